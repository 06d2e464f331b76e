import { expect, test } from 'vitest';
import { byCount, frequentKeys, placesOf } from './frequent-keys.ts';

const COUNTS = new Map([
  [7, 3],
  [2, 5],
  [4, 3],
]);

test('the most frequent first, of equals the smaller key', () => {
  expect(byCount(COUNTS)).toEqual([
    [2, 5],
    [4, 3],
    [7, 3],
  ]);
  expect(frequentKeys(COUNTS, 2)).toEqual([2, 4]);
  expect(frequentKeys(COUNTS, 9)).toEqual([2, 4, 7]);
});

test('places of keys among those that events have', () => {
  expect([...placesOf([1, 3], Int32Array.of(0, 3, 1, 4))]).toEqual([-1, 0, -1, 1, -1]);
  expect([...placesOf([], new Int32Array(0))]).toEqual([]);
});
