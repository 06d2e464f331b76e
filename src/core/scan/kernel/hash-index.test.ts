import { expect, test } from 'vitest';
import { HashIndex } from './hash-index.ts';

test('numbers things in the order they are first seen, however many', () => {
  const index = new HashIndex(4);
  const things = Array.from({ length: 20_000 }, (_, i) => [Math.imul(i, 0x9e3779b1), i % 7] as const);
  const numbers = () => things.map(([low, high]) => index.add(low, high));
  expect(numbers()).toEqual(things.map((_, i) => i));
  expect(numbers()).toEqual(things.map((_, i) => i));
  expect(index.size).toBe(20_000);
});

test('either half tells things apart', () => {
  const index = new HashIndex(4);
  expect([index.add(1, 1), index.add(1, 2), index.add(2, 1), index.add(0, 0), index.add(1, 2)]).toEqual([
    0, 1, 2, 3, 1,
  ]);
});

test('a thing counts once for each stamp, also where the index grows in between', () => {
  const index = new HashIndex(4);
  expect([index.addOnce(1, 1, 5), index.addOnce(1, 1, 5), index.addOnce(2, 1, 5)]).toEqual([0, -1, 1]);
  for (let i = 0; i < 100; i++) index.add(i, 7);
  expect([index.addOnce(2, 1, 5), index.addOnce(2, 1, 6), index.addOnce(1, 1, 6)]).toEqual([-1, 1, 0]);
});
