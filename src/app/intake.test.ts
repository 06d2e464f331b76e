import { beforeEach, expect, test, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import type { Action } from './actions.ts';
import { Checkpoints } from './checkpoints/checkpoints.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { Intake } from './intake.ts';
import { reduce } from './reducer.ts';
import { Runner } from './runner.ts';
import { StartTemplates } from './start-templates.ts';
import { MODEL, PROBLEM, LOG as REPORT } from './state.fixture.ts';
import type { State } from './state.ts';
import { fakeThreads } from './threads.fixture.ts';

const LOG = new File(['x'], 'a.log');
const LABELS = new File(['id,label'], 'labels.csv');
const TEMPLATES = new File(['{}'], 'drain3_state.json');

let threads: ReturnType<typeof fakeThreads>;
let store: StoreApi<State>;
let runner: Runner;
let intake: Intake;
let templates: StartTemplates;
const dispatch = (action: Action) => store.setState(reduce(store.getState(), action), true);

beforeEach(() => {
  threads = fakeThreads();
  store = createStore<State>(() => INITIAL_STATE);
  const host = {
    data: threads.data as unknown as DataApi,
    model: () => threads.model as ModelApi,
    networkLocked: async () => true,
  };
  runner = new Runner(host, store.getState, dispatch, new Checkpoints(Promise.resolve(undefined), Date.now));
  templates = new StartTemplates(host.data, runner, store.getState, dispatch);
  intake = new Intake(host.data, runner, templates, store.getState);
});

const phase = () => store.getState().analysis.phase;
const scored = () => vi.waitFor(() => expect(phase()).toBe('scored'));
const opened = () => threads.data.openLabels.mock.calls.map(([file]) => file?.name);
const readLogs = () => threads.data.open.mock.calls.map(([files]) => files.map(({ name }) => name));

test('labels among logs are no log', async () => {
  expect(await intake.give([LABELS, LOG])).toBeUndefined();
  await scored();
  expect(readLogs()).toEqual([['a.log']]);
  expect(opened()).toEqual(['labels.csv']);
  expect(store.getState().labels).toBe('labels.csv');
});

test('labels that come later run detection alone again, and show it', async () => {
  intake.give([LOG]);
  await scored();
  dispatch({ type: 'view', view: 'data' });
  dispatch({ type: 'settings', settings: { chooseByLabels: true } });
  await intake.give([LABELS]);
  await vi.waitFor(() => expect(threads.data.detect).toHaveBeenCalledTimes(2));
  expect(threads.data.detect.mock.lastCall?.[0]).not.toHaveProperty('byLabels');
  expect(threads.model.train).toHaveBeenCalledTimes(1);
  expect(store.getState().view).toBe('anomalies');
  await runner.compareWith(undefined);
  await vi.waitFor(() => expect(threads.data.detect).toHaveBeenCalledTimes(3));
  expect(store.getState().labels).toBeUndefined();
});

test('labels wait for a log that is not there yet', async () => {
  await intake.give([LABELS]);
  expect(phase()).toBe('empty');
  expect(store.getState().labels).toBe('labels.csv');
  intake.give([LOG]);
  await scored();
  expect(opened()).toEqual(['labels.csv']);
});

test('labels that come while a log is read are for that log', async () => {
  intake.give([new File([], 'first.log')]);
  await scored();
  let read: () => void = () => undefined;
  threads.data.open.mockReturnValueOnce(
    new Promise((resolve) => {
      read = () => resolve({ ok: true, value: REPORT });
    }),
  );
  intake.give([LOG]);
  await vi.waitFor(() => expect(phase()).toBe('reading'));
  await intake.give([LABELS]);
  expect(opened()).toEqual([]);
  read();
  await scored();
  expect(opened()).toEqual(['labels.csv']);
});

test('labels that come while a model is trained count once it is', async () => {
  threads.model.train.mockImplementation(async () => {
    await intake.give([LABELS]);
    return MODEL;
  });
  intake.give([LOG]);
  await scored();
  await vi.waitFor(() => expect(threads.data.detect).toHaveBeenCalledTimes(2));
  expect(threads.model.train).toHaveBeenCalledTimes(1);
});

test('another log has other labels, the same one read again has its own', async () => {
  await intake.give([LABELS, LOG]);
  await scored();
  runner.change('read');
  await vi.waitFor(() => expect(threads.data.open).toHaveBeenCalledTimes(2));
  await scored();
  expect(opened()).toEqual(['labels.csv']);
  intake.give([new File([], 'b.log')]);
  await vi.waitFor(() => expect(opened()).toEqual(['labels.csv', undefined]));
  expect(store.getState().labels).toBeUndefined();
});

test('labels that are none are a problem, and all else stays', async () => {
  intake.give([LOG]);
  await scored();
  threads.data.openLabels.mockResolvedValue({ ok: false, problem: PROBLEM });
  expect(await intake.give([LABELS])).toBe(PROBLEM);
  expect(store.getState().labels).toBeUndefined();
  expect(phase()).toBe('scored');
  expect(threads.data.detect).toHaveBeenCalledTimes(1);
});

test('a log whose labels are damaged is read all the same', async () => {
  threads.data.openLabels.mockResolvedValue({ ok: false, problem: PROBLEM });
  await intake.give([LABELS, LOG]);
  await scored();
  expect(store.getState().problem).toBe(PROBLEM);
});

test('two files of labels are one too many', async () => {
  const problem = await intake.give([LABELS, LOG, new File([], 'labels.tsv')]);
  expect(problem?.message).toContain('labels.csv and labels.tsv hold labels');
  expect(phase()).toBe('empty');
});

test('templates that come with a log are there before it is grouped, once', async () => {
  expect(await intake.give([TEMPLATES, LABELS, LOG])).toBeUndefined();
  await scored();
  expect(readLogs()).toEqual([['a.log']]);
  expect(opened()).toEqual(['labels.csv']);
  expect(store.getState().startTemplates).toEqual({ name: 'drain3_state.json', templates: 27 });
  expect(threads.data.group).toHaveBeenCalledTimes(1);
});

test('templates that come later, or go, group the open log anew', async () => {
  intake.give([LOG]);
  await scored();
  await intake.give([TEMPLATES]);
  await vi.waitFor(() => expect(threads.data.group).toHaveBeenCalledTimes(2));
  await scored();
  await templates.mineFrom(undefined);
  await vi.waitFor(() => expect(threads.data.group).toHaveBeenCalledTimes(3));
  expect(threads.data.closeTemplates).toHaveBeenCalledTimes(1);
  expect(store.getState().startTemplates).toBeUndefined();
});

test('templates that are none are a problem, and the log is read all the same', async () => {
  threads.data.openTemplates.mockResolvedValue({ ok: false, problem: PROBLEM });
  expect(await intake.give([TEMPLATES, LOG])).toBe(PROBLEM);
  await scored();
  expect(await intake.give([TEMPLATES])).toBe(PROBLEM);
  expect(store.getState().startTemplates).toBeUndefined();
  expect(threads.data.group).toHaveBeenCalledTimes(1);
});

test('two files of templates are one too many', async () => {
  const problem = await intake.give([TEMPLATES, new File([], 'drain3_state.bin')]);
  expect(problem?.message).toContain('drain3_state.json and drain3_state.bin hold templates');
});
