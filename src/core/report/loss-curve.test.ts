import { expect, test } from 'vitest';
import type { EpochLog } from '../sequence/key-model.ts';
import { bestEpochOf, drawnEpochs, smoothEpochs } from './loss-curve.ts';

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

test('a short run is not smoothed', () => {
  const losses = [3, 1, 2, 0.5];
  expect(smoothEpochs(epochs(losses)).map((epoch) => epoch.smoothTrain)).toEqual(losses);
});

test('a long run is smoothed without moving a straight line, up to its ends', () => {
  const jitter = (i: number) => (i % 2 === 0 ? 0.1 : -0.1);
  const line = Array.from({ length: 200 }, (_, i) => 5 - i / 50);
  const points = smoothEpochs(epochs(line));
  points.forEach((point, i) => {
    expect(point.smoothTrain).toBeCloseTo(line[i] ?? 0, 10);
    expect(point.smoothValidation).toBeCloseTo(line[i] ?? 0, 10);
  });
  const shaken = smoothEpochs(epochs(line.map((loss, i) => loss + jitter(i))));
  const inside = shaken.slice(4, -4).map((point, i) => Math.abs(point.smoothTrain - (line[i + 4] ?? 0)));
  expect(Math.max(...inside)).toBeLessThan(0.02);
});

test('each pass tells the seconds until its end', () => {
  expect(smoothEpochs(epochs([3, 2, 1])).map(({ elapsed }) => elapsed)).toEqual([1, 2, 3]);
});

test('a loss that is not a number stays one, and leaves its neighbours numbers', () => {
  const losses = Array.from({ length: 100 }, () => 1);
  losses[50] = Number.NaN;
  const smooth = smoothEpochs(epochs(losses)).map((epoch) => epoch.smoothTrain);
  expect(smooth[50]).toBeNaN();
  expect(smooth.filter((_, i) => i !== 50)).toEqual(Array.from({ length: 99 }, () => 1));
});

test('the best pass is judged on held-out events, on training events where there are none', () => {
  const falling = epochs([3, 2, 1]);
  expect(bestEpochOf(falling.map((epoch) => ({ ...epoch, validationLoss: epoch.epoch === 2 ? 0.5 : 1 })))).toBe(2);
  expect(bestEpochOf(falling.map((epoch) => ({ ...epoch, validationLoss: Number.NaN })))).toBe(3);
  expect(bestEpochOf([])).toBeUndefined();
});
