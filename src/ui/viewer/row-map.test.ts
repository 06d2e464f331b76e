import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allLines, includesLine, someLines } from './row-map.ts';

test('rows of all lines are the lines', () => {
  const rows = allLines(50_000_000);
  expect([rows.lineAt(0), rows.lineAt(49_999_999), rows.lineAt(60_000_000)]).toEqual([1, 50_000_000, 50_000_000]);
  expect([rows.rowOf(1), rows.rowOf(50_000_000), rows.rowOf(60_000_000)]).toEqual([0, 49_999_999, 49_999_999]);
});

test('of some lines, each has its row, and others that of the nearest', () => {
  const lines = fc
    .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 220 }), (all, line) => {
      const rows = someLines(Int32Array.from(all));
      const distance = Math.abs(rows.lineAt(rows.rowOf(line)) - line);
      expect(distance).toBe(Math.min(...all.map((one) => Math.abs(one - line))));
      expect(includesLine(Int32Array.from(all), line)).toBe(all.includes(line));
    }),
  );
});

test('no lines have no rows', () => {
  expect(someLines(new Int32Array(0))).toMatchObject({ count: 0 });
  expect(someLines(new Int32Array(0)).lineAt(0)).toBe(0);
  expect(someLines(new Int32Array(0)).rowOf(7)).toBe(0);
});
