import { beforeEach, expect, test, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { finding, markOn } from '../core/detect/marks/marks.fixture.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import type { Action } from './actions.ts';
import { Checkpoints } from './checkpoints/checkpoints.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { DEFAULT_CLASSIC } from './pipeline.ts';
import { reduce } from './reducer.ts';
import { Runner } from './runner.ts';
import { anomalies, MODEL, PROBLEM } from './state.fixture.ts';
import type { State } from './state.ts';
import { fakeThreads } from './threads.fixture.ts';

const FILE = new File(['x'], 'a.log');

let threads: ReturnType<typeof fakeThreads>;
let store: StoreApi<State>;
let runner: Runner;
/** Of the model threads, in the order they were asked for. */
let signals: AbortSignal[];

beforeEach(() => {
  threads = fakeThreads();
  signals = [];
  store = createStore<State>(() => INITIAL_STATE);
  const host = {
    data: threads.data as unknown as DataApi,
    model: (signal: AbortSignal) => {
      signals.push(signal);
      return threads.model as ModelApi;
    },
    networkLocked: async () => true,
  };
  const dispatch = (action: Action) => store.setState(reduce(store.getState(), action), true);
  runner = new Runner(host, store.getState, dispatch, new Checkpoints(Promise.resolve(undefined), Date.now));
});

const phase = () => store.getState().analysis.phase;
const scored = () => vi.waitFor(() => expect(phase()).toBe('scored'));

test('a file is read, grouped, learnt and scored without being asked again', async () => {
  runner.open([FILE]);
  expect(phase()).toBe('reading');
  await scored();
  expect(threads.data.scoringWindows.mock.calls).toEqual([
    [0, 4096],
    [4096, 5000],
  ]);
  expect(store.getState().analysis).toMatchObject({ anomalies: anomalies('s1'), model: { windows: 40 } });
});

test('a setting runs again only what depends on it', async () => {
  runner.open([FILE]);
  await scored();
  threads.data.detect.mockResolvedValue(anomalies('s2'));
  runner.change('detect');
  await vi.waitFor(() => expect(store.getState().analysis).toMatchObject({ anomalies: anomalies('s2') }));
  expect(threads.model.train).toHaveBeenCalledTimes(1);
  runner.change('train');
  expect(await vi.waitUntil(() => threads.model.train.mock.calls.length === 2)).toBe(true);
  await scored();
  expect(threads.data.group).toHaveBeenCalledTimes(1);
  expect(threads.data.open).toHaveBeenCalledTimes(1);
});

test('a training period is of one log', async () => {
  const trainingPeriod = { from: 0, to: 10 };
  const choose = () =>
    store.setState(reduce(store.getState(), { type: 'settings', settings: { trainingPeriod } }), true);
  runner.open([FILE]);
  await scored();
  choose();
  runner.change('read');
  await vi.waitFor(() => expect(threads.data.group).toHaveBeenCalledTimes(2));
  expect(threads.data.group.mock.lastCall).toMatchObject([{ trainingPeriod }]);
  runner.open([FILE]);
  await vi.waitFor(() => expect(threads.data.group).toHaveBeenCalledTimes(3));
  expect(threads.data.group.mock.lastCall).toMatchObject([{ trainingPeriod: undefined }]);
});

test('a training period that was chosen before any log is for the first one', async () => {
  const trainingPeriod = { from: 0, to: 10 };
  store.setState(reduce(store.getState(), { type: 'settings', settings: { trainingPeriod } }), true);
  runner.open([FILE]);
  await scored();
  expect(threads.data.group.mock.lastCall).toMatchObject([{ trainingPeriod }]);
  runner.open([new File(['y'], 'b.log')]);
  await vi.waitFor(() => expect(threads.data.group).toHaveBeenCalledTimes(2));
  expect(threads.data.group.mock.lastCall).toMatchObject([{ trainingPeriod: undefined }]);
});

test('what is chosen for one log is kept until another one is read', async () => {
  const chosen = { format: 'none', columns: { message: 'text' }, trainingPeriod: { from: 0, to: 10 } };
  const reads = () => threads.data.open.mock.calls.map(([, , how]) => [how?.format, how?.columns, how?.unpackAnyway]);
  runner.open([FILE]);
  await scored();
  store.setState(reduce(store.getState(), { type: 'settings', settings: chosen }), true);
  runner.change('read');
  await vi.waitFor(() => expect(reads()).toHaveLength(2));
  await scored();
  threads.data.open.mockResolvedValueOnce({ ok: false, problem: PROBLEM });
  runner.open([new File([], 'bomb.gz')]);
  await vi.waitFor(() => expect(store.getState().problem).toBe(PROBLEM));
  expect(store.getState().settings).toMatchObject(chosen);
  runner.openAnyway({ unpackAnyway: true });
  await vi.waitFor(() => expect(threads.data.group).toHaveBeenCalledTimes(3));
  const { format, columns, trainingPeriod, unpackAnyway } = store.getState().settings;
  expect([format, columns, trainingPeriod, unpackAnyway]).toEqual(['auto', undefined, undefined, true]);
  expect(reads()).toEqual([
    ['auto', undefined, false],
    ['none', chosen.columns, false],
    ['auto', undefined, false],
    ['auto', undefined, true],
  ]);
});

test('what was allowed for refused files stays allowed when they are refused once more', async () => {
  threads.data.open.mockResolvedValueOnce({ ok: false, problem: PROBLEM });
  threads.data.open.mockResolvedValueOnce({ ok: false, problem: PROBLEM });
  const answered = (times: number) => vi.waitFor(() => expect(threads.data.open).toHaveBeenCalledTimes(times));
  runner.open([FILE]);
  await answered(1);
  runner.openAnyway({ unpackAnyway: true });
  await answered(2);
  runner.openAnyway({ textAnyway: true });
  await scored();
  expect(threads.data.open.mock.lastCall).toMatchObject([{}, {}, { unpackAnyway: true, textAnyway: true }]);
  runner.open([new File([], 'other.log')]);
  await answered(4);
  expect(threads.data.open.mock.lastCall).toMatchObject([
    {},
    {},
    { unpackAnyway: false, textAnyway: false, part: 'ask' },
  ]);
});

test('the parser is a setting of reading', async () => {
  runner.open([FILE]);
  await scored();
  store.setState(reduce(store.getState(), { type: 'settings', settings: { parsing: DEFAULT_CLASSIC } }), true);
  runner.change('read');
  await vi.waitFor(() => expect(threads.data.open).toHaveBeenCalledTimes(2));
  const choices = threads.data.open.mock.calls.map(([, , how]) => how);
  expect(choices).toEqual([
    { encoding: 'auto', format: 'auto', parsing: 'auto', unpackAnyway: false, textAnyway: false, part: 'ask' },
    { encoding: 'auto', format: 'auto', parsing: DEFAULT_CLASSIC, unpackAnyway: false, textAnyway: false, part: 'ask' },
  ]);
  await scored();
});

test('a threshold that moves while a model trains counts once it is trained', async () => {
  threads.data.detect.mockImplementation(async ({ budget }) => anomalies(`at ${budget}`));
  threads.model.train.mockImplementation(async () => {
    const settings = { falseAlarmsPerThousand: 20 };
    store.setState(reduce(store.getState(), { type: 'settings', settings }), true);
    runner.change('detect');
    return MODEL;
  });
  runner.open([FILE]);
  await vi.waitFor(() => expect(store.getState().analysis).toMatchObject({ anomalies: anomalies('at 0.02') }));
});

test('a file that cannot be read leaves what is on screen', async () => {
  runner.open([FILE]);
  await scored();
  const before = store.getState().analysis;
  threads.data.open.mockResolvedValue({ ok: false, problem: PROBLEM });
  runner.open([new File([], 'empty.log')]);
  await vi.waitFor(() => expect(store.getState().problem).toBe(PROBLEM));
  expect(store.getState().analysis).toEqual(before);
});

test('cancelling ends the model thread, and what it still says is dropped', async () => {
  let finish: (model: typeof MODEL) => void = () => undefined;
  threads.model.train.mockReturnValue(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  runner.open([FILE]);
  await vi.waitFor(() => expect(threads.model.train).toHaveBeenCalled());
  await runner.jobs.cancel();
  expect(signals[0]?.aborted).toBe(true);
  expect(phase()).toBe('parsed');
  finish(MODEL);
  await new Promise((resolve) => setTimeout(resolve));
  expect(phase()).toBe('parsed');
});

test('a new file ends the run before, and waits until it has ended', async () => {
  let answer: (outcome: 'cancelled') => void = () => undefined;
  threads.data.open.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  runner.open([FILE]);
  runner.open([new File(['y'], 'b.log')]);
  await vi.waitFor(() => expect(threads.data.cancelOpen).toHaveBeenCalled());
  expect(threads.data.open).toHaveBeenCalledTimes(1);
  answer('cancelled');
  await scored();
  expect(threads.data.open).toHaveBeenCalledTimes(2);
});

test('a thread that dies is a problem, not a run that never ends', async () => {
  threads.model.train.mockRejectedValue(new Error('The model worker ran out of memory'));
  runner.open([FILE]);
  await vi.waitFor(() => expect(store.getState().problem?.message).toContain('ran out of memory'));
  expect(phase()).toBe('parsed');
});

test('a model that learnt nothing finds nothing', async () => {
  threads.model.train.mockResolvedValue({ ...MODEL, bestEpoch: 0, end: 'diverged' });
  runner.open([FILE]);
  await vi.waitFor(() => expect(store.getState().problem?.code).toBe('training-diverged'));
  expect(phase()).toBe('parsed');
  expect(threads.data.detect).not.toHaveBeenCalled();
});

test('with a detector nothing is trained; a log that is open is scored with it', async () => {
  runner.open([FILE]);
  await scored();
  await runner.openDetector(new File(['zip'], 'd.deeplog'));
  await vi.waitFor(() => expect(store.getState().analysis).toMatchObject({ model: { end: 'detector' } }));
  expect(threads.model.train).toHaveBeenCalledTimes(1);
  expect(threads.data.open).toHaveBeenCalledTimes(2);
  await runner.closeDetector();
  await vi.waitFor(() => expect(threads.model.train).toHaveBeenCalledTimes(2));
});

test('marks go into a detector, and come out of it', async () => {
  runner.open([FILE]);
  await scored();
  const [own, other] = [markOn(finding('a', 3, [])), markOn(finding('b', 3, []))];
  store.setState(reduce(store.getState(), { type: 'marks', change: { is: 'made', mark: own } }), true);
  await runner.takeAway('detector');
  expect(threads.data.saveDetector).toHaveBeenCalledExactlyOnceWith(expect.anything(), [own]);
  const empty = await threads.data.openDetector(new Uint8Array(), 'd');
  if (empty.ok)
    threads.data.openDetector.mockResolvedValue({ ok: true, value: { ...empty.value, marks: [own, other] } });
  await runner.openDetector(new File(['zip'], 'd.deeplog'));
  expect(store.getState().marks.marks).toEqual([own, other]);
});

test('a detector that is none is a problem, and the log stays as it is', async () => {
  runner.open([FILE]);
  await scored();
  threads.data.openDetector.mockResolvedValue({ ok: false, problem: PROBLEM });
  expect(await runner.openDetector(new File(['?'], 'd.deeplog'))).toBe(PROBLEM);
  expect(store.getState().detector).toBeUndefined();
  expect(threads.data.open).toHaveBeenCalledTimes(1);
});

test('stop and pause reach the model, and nothing is saved before something is trained', async () => {
  await expect(runner.takeAway('detector')).rejects.toThrow('no trained model');
  runner.open([FILE]);
  await runner.jobs.pause(true);
  await runner.jobs.stopAndKeep();
  expect(threads.model.pause).toHaveBeenCalledWith(true);
  expect(await runner.jobs.memory()).toMatchObject({ tensors: 9 });
  expect(threads.model.stop).toHaveBeenCalled();
  await scored();
  const made = await runner.takeAway('detector');
  expect(made.ok && made.value.size).toBe(3);
});

test('a trained model is trained on from where its training ended, for more passes', async () => {
  const ended = { progress: { epochs: Array.from({ length: 50 }) } } as unknown as TrainingSnapshot;
  threads.model.train.mockImplementation(async (_training, _validation, _options, _onEpoch, onEvent) => {
    onEvent?.({ is: 'snapshot', snapshot: ended });
    return MODEL;
  });
  runner.continueTraining();
  expect(phase()).toBe('empty');
  runner.open([FILE]);
  await scored();
  runner.continueTraining();
  await vi.waitUntil(() => threads.model.train.mock.calls.length === 2);
  await scored();
  const [, , options, , , from] = threads.model.train.mock.lastCall ?? [];
  expect(from).toBe(ended);
  expect(options?.epochs).toBe(80);
  expect(store.getState().settings.epochs).toBe(80);
  expect(threads.data.group).toHaveBeenCalledTimes(1);
});
