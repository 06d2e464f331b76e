import { expect, test } from 'vitest';
import { projectedAccuracy } from './projected.ts';

const INF = Number.POSITIVE_INFINITY;

test('rates of samples become those of all of HDFS', () => {
  const scores = { normal: [...Array<number>(999).fill(0), 5], abnormal: [...Array<number>(99).fill(9), 1] };
  const { fpr, recall, precision, f1 } = projectedAccuracy(scores, 4);
  expect([fpr, recall]).toEqual([0.001, 0.99]);
  const [hits, alarms] = [0.99 * 16_838, 553.366];
  expect(precision).toBeCloseTo(hits / (hits + alarms));
  expect(f1).toBeCloseTo((2 * hits) / (hits + alarms + 16_838));
});

test('the best threshold is an upper bound, also of one that flags nothing', () => {
  const scores = { normal: [0, 0, 3], abnormal: [1, 4, INF] };
  expect(projectedAccuracy(scores, 3).bestF1).toBeCloseTo(0.8);
  const { bestF1, ...at } = projectedAccuracy(scores, INF);
  expect(at).toEqual({ fpr: 0, recall: 0, precision: 1, f1: 0 });
  expect(bestF1).toBeCloseTo(0.8);
});

test('what is flagged at any threshold counts at any', () => {
  const scores = { normal: [0], abnormal: [INF, 0] };
  expect(projectedAccuracy(scores, 1e9).recall).toBe(0.5);
  expect(projectedAccuracy({ normal: [INF], abnormal: [INF] }, 1e9).fpr).toBe(1);
});
