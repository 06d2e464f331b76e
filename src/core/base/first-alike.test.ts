import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAlike, hashOfRange, sameValues } from './first-alike.ts';

const rows = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 5 }), { maxLength: 60 });

/** Rows one behind the other, by the hash that is given. */
function firstOf(all: readonly (readonly number[])[], hash: typeof hashOfRange): number[] {
  const values = Int32Array.from(all.flat());
  const start = [0];
  for (const row of all) start.push((start.at(-1) ?? 0) + row.length);
  const from = (row: number) => start[row] as number;
  const length = (row: number) => from(row + 1) - from(row);
  const first = firstAlike(
    all.length,
    (row) => hash(values, from(row), from(row + 1), length(row)),
    (one, other) => length(one) === length(other) && sameValues(values, from(one), from(other), length(one)),
  );
  return [...first];
}

test.each([
  ['the hash of their values', hashOfRange],
  ['one hash for all', () => 7],
])('rows are told apart by their values, with %s', (_, hash) => {
  fc.assert(
    fc.property(rows, (all) => {
      const names = all.map((row) => row.join());
      expect(firstOf(all, hash)).toEqual(names.map((name) => names.indexOf(name)));
    }),
  );
});

test('more kinds than the first table holds', () => {
  const all = Array.from({ length: 5000 }, (_, row) => [row % 3000, 1]);
  expect(firstOf(all, hashOfRange)).toEqual(all.map(([kind]) => kind));
});
