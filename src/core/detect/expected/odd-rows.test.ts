import { expect, test } from 'vitest';
import { settleOddRows } from './odd-rows.ts';

const rowsOf = (flags: Uint8Array) => [...flags.keys()].filter((row) => flags[row] === 1);
const settle = (odd: readonly number[], before: readonly number[] = []) => {
  const flags = new Uint8Array(60);
  for (const row of before) flags[row] = 1;
  const { settled, affected, disturbed } = settleOddRows([0, 40, 60], (row) => odd.includes(row), flags);
  return { settled: rowsOf(settled), affected, disturbed: rowsOf(disturbed) };
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test('the first odd row of a run is settled, and the ten rows behind it are looked at again', () => {
  const { settled, affected } = settle([5, 9, 12]);
  expect(settled).toEqual([5]);
  expect(affected).toEqual(range(6, 16));
});

test('what is still odd then is settled in its turn', () => {
  expect(settle([9], [5])).toEqual({ settled: [5, 9], affected: range(10, 20), disturbed: range(10, 20) });
});

test('a series does not reach into the next one', () => {
  expect(settle([38, 41])).toEqual({
    settled: [38, 41],
    affected: [39, ...range(42, 52)],
    disturbed: [39, ...range(42, 52)],
  });
});

test('rows that are settled disturb nothing any more', () => {
  expect(settle([5], [5])).toEqual({ settled: [5], affected: [], disturbed: [] });
});
