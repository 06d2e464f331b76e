import { expect, test } from 'vitest';
import type { TrainedValues } from '../core/detect/expected/value-model.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import type { Action } from './actions.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { trainAndDetect } from './pipeline.ts';
import { listen } from './run-steps.ts';
import { WASM } from './state.fixture.ts';
import { fakeThreads } from './threads.fixture.ts';

const ROWS = { series: new Int32Array(0), inputs: new Float32Array(0), targets: new Float32Array(0) };

test('what is learnt of the numbers in lines is told between training and scoring', async () => {
  const threads = fakeThreads();
  threads.data.valueTraining.mockResolvedValue({ series: 1, values: 1, history: 1, training: ROWS, heldOut: ROWS });
  threads.model.trainValues.mockImplementation(async (_training, _seed, onProgress) => {
    onProgress?.(0.5);
    return {} as TrainedValues;
  });
  const told: Action[] = [];
  const sides = { data: threads.data as unknown as DataApi, model: threads.model as ModelApi };
  await trainAndDetect(
    sides,
    INITIAL_STATE.settings,
    listen((action) => told.push(action)),
  );
  expect(told.slice(0, 5)).toEqual([
    { type: 'training', windows: 40, distinctWindows: 12 },
    { type: 'backend', backend: WASM },
    { type: 'learning-values', share: 0 },
    { type: 'learning-values', share: 0.5 },
    { type: 'scoring', share: 0 },
  ]);
  expect(threads.data.keepValues).toHaveBeenCalledTimes(1);
});
