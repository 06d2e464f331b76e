import { expect, test } from 'vitest';
import type { EpochLog } from '../sequence/key-model.ts';
import { bestEpochOf, drawnEpochs } from './loss-curve.ts';

const epochs = (losses: readonly number[]): EpochLog[] =>
  losses.map((trainLoss, i) => ({ epoch: i + 1, trainLoss, validationLoss: trainLoss, seconds: 1 }));

test('few passes are drawn as they are', () => {
  const all = epochs([3, 2, 1]);
  expect(drawnEpochs(all, 3)).toBe(all);
});

test('many passes are thinned, in order, and spikes and divergence stay', () => {
  const losses = Array.from({ length: 1000 }, (_, i) => 3 / (i + 1));
  losses[500] = 99;
  losses[700] = Number.NaN;
  const drawn = drawnEpochs(epochs(losses), 100);
  const numbers = drawn.map((epoch) => epoch.epoch);
  expect(drawn.length).toBeLessThanOrEqual(100);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(numbers).toEqual(expect.arrayContaining([1, 501, 701, 1000]));
});

test('the best pass is judged on held-out events, on training events where there are none', () => {
  const falling = epochs([3, 2, 1]);
  expect(bestEpochOf(falling.map((epoch) => ({ ...epoch, validationLoss: epoch.epoch === 2 ? 0.5 : 1 })))).toBe(2);
  expect(bestEpochOf(falling.map((epoch) => ({ ...epoch, validationLoss: Number.NaN })))).toBe(3);
  expect(bestEpochOf([])).toBeUndefined();
});
