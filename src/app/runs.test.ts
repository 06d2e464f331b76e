import { expect, test } from 'vitest';
import { INITIAL_STATE } from './initial-state.ts';
import { withRun } from './runs.ts';
import type { ModelReport, TrainingRun } from './state.ts';

const model = { epochs: [], bestEpoch: 1 } as unknown as ModelReport;

test('the present run and five before it are kept, with their numbers', () => {
  let runs: readonly TrainingRun[] = [];
  for (let seed = 1; seed <= 8; seed++) runs = withRun(runs, model, { ...INITIAL_STATE.settings, seed });
  expect(runs.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8]);
  expect(runs.at(-1)?.settings.seed).toBe(8);
});
