import { expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import type { Action } from './actions.ts';
import { Checkpoints } from './checkpoints/checkpoints.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { reduce } from './reducer.ts';
import { Runner } from './runner.ts';
import { MODEL } from './state.fixture.ts';
import type { State } from './state.ts';
import { fakeThreads } from './threads.fixture.ts';

const LEARNT = { ...MODEL.weights };
const OPENED = { ...MODEL.weights };

async function openedDetector() {
  const threads = fakeThreads();
  const found = await threads.data.openDetector(new Uint8Array(), 'd');
  if (!found.ok) throw new Error('The fixture has no detector');
  const value = { ...found.value, trained: { ...MODEL, weights: OPENED } };
  threads.data.openDetector.mockResolvedValue({ ok: true, value });
  threads.model.learn.mockResolvedValue(LEARNT);
  const data = Object.assign(threads.data, {
    beginLearning: async () => ({ ok: true, value: { task: {}, windows: 3 } }),
    compareLearning: async () => ({ normal: 1 }),
    acceptLearning: async () => ({ kept: [{ number: 1, marked: 1 }], current: 1 }),
  }) as unknown as DataApi;
  const store = createStore<State>(() => INITIAL_STATE);
  const dispatch = (action: Action) => store.setState(reduce(store.getState(), action), true);
  const host = { data, model: () => threads.model as ModelApi, networkLocked: async () => true };
  const runner = new Runner(host, store.getState, dispatch, new Checkpoints(Promise.resolve(undefined), Date.now));
  runner.open([new File(['a'], 'a.log')]);
  await vi.waitFor(() => expect(store.getState().analysis.phase).toBe('scored'));
  await runner.openDetector(new File(['zip'], 'd.deeplog'));
  await vi.waitFor(() => expect(store.getState().analysis).toMatchObject({ model: { end: 'detector' } }));
  return { threads, data, store, dispatch, runner };
}

test('an opened detector learns, not the model that was trained before it, and can be saved once it has', async () => {
  const { threads, data, store, dispatch, runner } = await openedDetector();
  runner.learnMarks();
  await vi.waitFor(() => expect(store.getState().learning.trial?.is).toBe('made'));
  expect(threads.model.learn.mock.calls[0]?.[0]).toBe(OPENED);
  await runner.take(runner.trials.accept(data, dispatch));
  await runner.takeAway('detector');
  expect(threads.data.saveDetector.mock.calls[0]?.[0]?.weights).toBe(LEARNT);
});
