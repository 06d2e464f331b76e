import { expect, test } from 'vitest';
import { nextKeys, type RowKeys } from './use-row-keys.ts';

const NONE: RowKeys = { byIndex: new Map(), made: 0 };
const after = (...windows: readonly (readonly number[])[]) =>
  windows.reduce((keys, indices) => nextKeys(keys, indices, 0), NONE);

test('rows that stay in sight keep their keys, others get new ones', () => {
  expect([...after([0, 1, 2], [0, 1, 2, 3], [0, 2, 3, 4]).byIndex]).toEqual([
    [0, 0],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
});

test('after a jump the keys of those that went serve again, in order; the row with the focus keeps its own', () => {
  expect([...after([0, 1, 2], [0, 50, 51]).byIndex]).toEqual([
    [0, 0],
    [50, 1],
    [51, 2],
  ]);
  expect([...after([0, 1], [0, 50, 51, 52]).byIndex]).toEqual([
    [0, 0],
    [50, 1],
    [51, 2],
    [52, 3],
  ]);
  expect([...after([0, 1, 2], [0, 50], [0, 7, 8]).byIndex]).toEqual([
    [0, 0],
    [7, 1],
    [8, 3],
  ]);
});
