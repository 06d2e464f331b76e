import { expect, test } from 'vitest';
import { summarise } from './formats/summary.ts';
import { formatsAccuracy } from './formats-accuracy.ts';

test('logs of the corpus are read right without settings', async () => {
  const scores = await formatsAccuracy('fixtures/formats');
  const { files, right, sessionFirst, sessionInThree, times } = summarise(scores);
  expect(files).toBeGreaterThanOrEqual(100);
  expect(right).toBeGreaterThanOrEqual(0.95);
  expect(sessionFirst).toBeGreaterThanOrEqual(0.9);
  expect(sessionInThree).toBeGreaterThanOrEqual(0.98);
  expect(times).toBeGreaterThanOrEqual(0.95);
  const traces = scores.filter(({ joined }) => !Number.isNaN(joined));
  expect(traces.filter(({ joined }) => joined < 1).map(({ file }) => file)).toEqual([]);
}, 120_000);
