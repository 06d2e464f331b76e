import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedColumn, packDoubles, packInts } from './packed-column.ts';

const ROWS = fc.array(
  fc.oneof(
    fc.integer({ min: -2, max: 300 }),
    fc.constant(Number.NaN),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
    fc.integer({ min: 1_700_000_000_000, max: 1_700_000_900_000 }),
  ),
  { maxLength: 40 },
);

test('every block gives back what it was packed from', () => {
  fc.assert(
    fc.property(fc.array(ROWS, { maxLength: 6 }), (blocks) => {
      const column = new PackedColumn(blocks.map((rows) => packDoubles(Float64Array.from(rows), rows.length)));
      const values = blocks.flat().map((value) => value + 0);
      expect(column.length).toBe(values.length);
      expect(values.map((_, row) => column.at(row) + 0)).toEqual(values);
      const visited: number[] = [];
      column.each((value) => visited.push(value + 0));
      expect(visited).toEqual(values);
    }),
  );
});

test('rows are found in blocks of any length', () => {
  const blocks = [5000, 1, 4095, 9000].map((rows, block) =>
    packInts(
      Int32Array.from({ length: rows }, (_, i) => block * 10_000 + i),
      rows,
    ),
  );
  const column = new PackedColumn(blocks);
  expect([0, 4999, 5000, 5001, 9095, 9096, 18_095].map((row) => column.at(row))).toEqual([
    0, 4999, 10_000, 20_000, 24_094, 30_000, 38_999,
  ]);
});

test.each([
  [[7, 7, 7], 0],
  [[Number.NaN, Number.NaN], 0],
  [[1000, 1254], 2],
  [[1000, 1255], 4],
  [[0, 70_000, Number.NaN], 12],
  [[0.5, 1], 16],
  [[0, 2 ** 40], 16],
])('%j takes %i bytes', (values, bytes) => {
  expect(PackedColumn.from(values).bytes).toBe(bytes);
});

test('a mapped block gives what its values stand for, and -1 as it is', () => {
  const column = new PackedColumn([{ ...packInts(Int32Array.of(0, 1, -1), 3), map: Int32Array.of(40, 41) }]);
  expect([column.at(0), column.at(1), column.at(2)]).toEqual([40, 41, -1]);
});

test('whole numbers pack alike from either kind of array', () => {
  const ints = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(fc.oneof(ints, fc.array(fc.integer({ min: -1, max: 254 }), { minLength: 1 })), (values) => {
      expect(packInts(Int32Array.from(values), values.length)).toEqual(
        packDoubles(Float64Array.from(values), values.length),
      );
    }),
  );
});
