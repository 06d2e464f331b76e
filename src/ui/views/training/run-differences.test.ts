import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../app/pipeline.ts';
import type { Settings } from '../../../app/state.ts';
import { runDifferences } from './run-differences.ts';

test('settings that differ are named with the value of the earlier run', () => {
  const run = { ...DEFAULT_SETTINGS, history: 8, trainingPeriod: { from: 1, to: 2 } };
  expect(new Set(runDifferences(run, { ...DEFAULT_SETTINGS, seed: 2 }))).toEqual(
    new Set(['History 8', 'Seed 1', 'another training period']),
  );
});

test.each<Partial<Settings>>([
  { history: 8 },
  { epochs: 3 },
  { seed: 9 },
  { backend: 'cpu' },
  { trainingPercent: 40 },
  { trainingPeriod: { from: 1, to: 2 } },
  { sessionRule: { by: 'lines', lines: 5 } },
  { files: 'apart' },
  { templateEdits: [] },
  { learnFromAll: true },
])('a run that differs only in %o says so, in words', (over) => {
  const [difference = '', ...others] = runDifferences({ ...DEFAULT_SETTINGS, ...over }, DEFAULT_SETTINGS);
  expect(difference).toMatch(/ /);
  expect(difference).not.toMatch(/[a-z][A-Z]/);
  expect(others).toEqual([]);
});

test('what training does not depend on is no difference', () => {
  const run = { ...DEFAULT_SETTINGS, falseAlarmsPerThousand: 9, scoreAnyway: true };
  expect(runDifferences(run, DEFAULT_SETTINGS)).toEqual([]);
});
