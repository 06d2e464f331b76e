import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../app/pipeline.ts';
import { runDifferences } from './run-differences.ts';

test('settings that differ are named with the value of the earlier run', () => {
  const run = { ...DEFAULT_SETTINGS, history: 8, trainingPeriod: { from: 1, to: 2 } };
  expect(runDifferences(run, { ...DEFAULT_SETTINGS, seed: 2 })).toEqual([
    'History 8',
    'Seed 1',
    'another training period',
  ]);
});

test('what training does not depend on is no difference', () => {
  expect(runDifferences({ ...DEFAULT_SETTINGS, falseAlarmsPerThousand: 9 }, DEFAULT_SETTINGS)).toEqual([]);
});
