import { expect, test, vi } from 'vitest';
import type { LearningReport } from '../core/report/learning-report.ts';
import type { LearningTask } from '../core/sequence/learning-task.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import type { Action } from './actions.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { MarkTrials } from './mark-trials.ts';
import { anomalies, MODEL } from './state.fixture.ts';
import { fakeThreads } from './threads.fixture.ts';

const LEARNT = { ...MODEL.weights };
const REPORT = { normal: 1 } as LearningReport;
const versions = (current: number) => ({ kept: [0, 1].map((number) => ({ number, marked: number })), current });

function trials() {
  const { data, model } = fakeThreads();
  model.learn.mockResolvedValue(LEARNT);
  const learning = {
    beginLearning: vi.fn<DataApi['beginLearning']>(async () => ({
      ok: true,
      value: { task: {} as LearningTask, windows: 3 },
    })),
    compareLearning: vi.fn<DataApi['compareLearning']>(async () => REPORT),
    acceptLearning: vi.fn<DataApi['acceptLearning']>(async () => versions(1)),
    discardLearning: vi.fn<DataApi['discardLearning']>(async () => undefined),
    rollBack: vi.fn<DataApi['rollBack']>(async () => versions(0)),
  };
  const actions: Action[] = [];
  return {
    trials: new MarkTrials(() => INITIAL_STATE),
    threads: { data: { ...data, ...learning } as unknown as DataApi, model: model as ModelApi },
    learning,
    actions,
    dispatch: (action: Action) => void actions.push(action),
  };
}

test('the model that learnt is in force once it is accepted, and the trained one again after going back', async () => {
  const { trials: made, threads, actions, dispatch } = trials();
  expect(await made.accept(threads.data, dispatch)).toBeUndefined();
  expect(await made.learn(threads, MODEL, dispatch)).toBeUndefined();
  expect(actions[0]).toEqual({ type: 'trial', trial: { is: 'running', share: 0 } });
  expect(actions.at(-1)).toMatchObject({ type: 'trial', trial: { is: 'made', report: REPORT } });
  const accepted = await made.accept(threads.data, dispatch);
  expect(accepted?.weights).toBe(LEARNT);
  expect(actions.slice(-2)).toEqual([
    { type: 'versions', versions: versions(1) },
    { type: 'detected', anomalies: anomalies('s1') },
  ]);
  expect(await made.rollBack(0, threads.data, dispatch)).toBe(MODEL);
});

test('what is discarded cannot be accepted any more', async () => {
  const { trials: made, threads, learning, actions, dispatch } = trials();
  await made.learn(threads, MODEL, dispatch);
  await made.discard(threads.data, dispatch);
  expect(actions.at(-1)).toEqual({ type: 'trial', trial: undefined });
  expect(await made.accept(threads.data, dispatch)).toBeUndefined();
  expect(learning.acceptLearning).not.toHaveBeenCalled();
});

test('marks that teach nothing are a problem', async () => {
  const { trials: made, threads, learning, dispatch } = trials();
  const problem = { code: 'nothing-to-learn', message: 'None.', advice: 'Mark one.' } as const;
  learning.beginLearning.mockResolvedValue({ ok: false, problem });
  expect(await made.learn(threads, MODEL, dispatch)).toEqual(problem);
});
