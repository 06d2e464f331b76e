import { expect, test } from 'vitest';
import { sortRows } from './sorting.ts';

const self = <T extends number | string>(value: T) => value;

test('sorts numbers by size, not by their digits', () => {
  expect(sortRows([10, 9, 100], self, false)).toEqual([9, 10, 100]);
  expect(sortRows([10, 9, 100], self, true)).toEqual([100, 10, 9]);
});

test('keeps equal rows in place in both directions', () => {
  const rows = [
    { id: 'a', count: 1 },
    { id: 'b', count: 1 },
  ];
  const byCount = (row: { readonly count: number }) => row.count;
  expect(sortRows(rows, byCount, false)).toEqual(rows);
  expect(sortRows(rows, byCount, true)).toEqual(rows);
});

test('puts rows without a value last, in both directions', () => {
  expect(sortRows([Number.NaN, 2, 1], self, false)).toEqual([1, 2, Number.NaN]);
  expect(sortRows([Number.NaN, 1, 2], self, true)).toEqual([2, 1, Number.NaN]);
});

test('sorts text', () => {
  expect(sortRows(['b', 'a', 'c'], self, true)).toEqual(['c', 'b', 'a']);
});
