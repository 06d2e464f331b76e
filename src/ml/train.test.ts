import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../core/base/random.ts';
import {
  type Backend,
  type EpochLog,
  softmaxOf,
  type TrainedKeyModel,
  type TrainingOptions,
} from '../core/sequence/key-model.ts';
import type { TrainingResult, TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { activateBackend } from './backend.ts';
import { weightArrays } from './parameters.ts';
import { referenceLoss } from './reference-lstm.fixture.ts';
import { type TrainingControl, trainKeyModel } from './train.ts';
import { trainingBatches } from './training-batches.ts';
import { WORKFLOW_OPTIONS, windowSets, workflowSessions } from './windows.fixture.ts';

const ABORTED = expect.objectContaining({ name: 'AbortError' });
const { train, validation } = windowSets(workflowSessions(60), 5, 48);

interface Call {
  readonly backend?: Backend;
  readonly set?: WindowSet;
  readonly validation?: WindowSet | undefined;
  readonly options?: Partial<TrainingOptions>;
  readonly control?: Partial<TrainingControl>;
}

async function run(call: Call = {}): Promise<TrainedKeyModel> {
  return (await runFrom(undefined, call)).model;
}

/** @param from where the run goes on */
function runFrom(from: TrainingSnapshot | undefined, call: Call = {}): Promise<TrainingResult> {
  return trainKeyModel(
    call.set ?? train,
    'validation' in call ? call.validation : validation,
    { ...WORKFLOW_OPTIONS, ...call.options },
    { onEpoch: () => undefined, signal: new AbortController().signal, shouldStop: () => false, ...call.control },
    { backend: call.backend ?? 'wasm', reason: 'asked for' },
    from,
  );
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test('the loss falls, and what is logged is what the weights give', async () => {
    const heard: EpochLog[] = [];
    const model = await run({ backend, control: { onEpoch: (log) => heard.push(log) } });
    expect(model.epochs).toEqual(heard);
    expect(heard.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(heard.at(-1)?.trainLoss).toBeLessThan(0.5 * (heard[0]?.trainLoss ?? 0));
    expect(model.end).toBe('epochs');
    const best = heard[model.bestEpoch - 1]?.validationLoss ?? Number.NaN;
    expect(best).toBe(Math.min(...heard.map(({ validationLoss }) => validationLoss)));
    expect(heard[0]?.accuracy).toBeGreaterThan(0);
    expect(heard.at(-1)?.accuracy).toBeGreaterThan(0.9);
    expect(referenceLoss(model.weights, validation)).toBeCloseTo(best, 5);
  });

  test('the same seed gives the same bytes, another seed others', async () => {
    const options = { epochs: 2 };
    const [first, again, other] = [
      await run({ backend, options }),
      await run({ backend, options }),
      await run({ backend, options: { ...options, seed: 4 } }),
    ];
    expect(weightArrays(again.weights)).toEqual(weightArrays(first.weights));
    expect(weightArrays(other.weights)).not.toEqual(weightArrays(first.weights));
  });

  test('tensors return to the baseline, also after a cancel', async () => {
    await activateBackend(backend);
    const before = tf.memory().numTensors;
    await run({ backend, options: { epochs: 2 } });
    expect(tf.memory().numTensors).toBe(before);
    const abort = new AbortController();
    const cancelled = run({ backend, control: { signal: abort.signal, onEpoch: () => abort.abort() } });
    await expect(cancelled).rejects.toThrow(ABORTED);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('cpu and wasm learn alike', async () => {
  const [cpu, wasm] = [await run({ backend: 'cpu' }), await run({ backend: 'wasm' })];
  expect(wasm.epochs).toHaveLength(cpu.epochs.length);
  wasm.epochs.forEach((epoch, index) => {
    expect(Math.abs(epoch.trainLoss - (cpu.epochs[index]?.trainLoss ?? Number.NaN))).toBeLessThan(1e-3);
    expect(Math.abs(epoch.validationLoss - (cpu.epochs[index]?.validationLoss ?? Number.NaN))).toBeLessThan(1e-3);
  });
});

test('training stops when the validation loss no longer falls, and keeps the best weights', async () => {
  // Sessions in an order that training never shows: the better it fits, the worse it does there.
  const { train: set, validation: odd } = windowSets([...workflowSessions(40), [7, 4, 1, 0], [3, 7, 1, 0]], 5, 40);
  const model = await run({ set, validation: odd, options: { epochs: 60, patience: 2 } });
  expect(model.end).toBe('early-stop');
  expect(model.epochs.length).toBeGreaterThan(model.bestEpoch);
  expect(model.epochs.length).toBeLessThan(60);
  const best = model.epochs[model.bestEpoch - 1]?.validationLoss ?? Number.NaN;
  expect(referenceLoss(model.weights, odd)).toBeCloseTo(best, 5);
});

test('validation does not count keys that training never had', async () => {
  const sessions = workflowSessions(40);
  const { train: set, validation: known } = windowSets([...sessions, ...workflowSessions(5)], 5, 40);
  const { validation: withNew } = windowSets([...sessions, ...workflowSessions(5), [0, 99]], 5, 40);
  const options = { epochs: 4 };
  const [plain, other] = [
    await run({ set, validation: known, options }),
    await run({ set, validation: withNew, options }),
  ];
  expect(other.end).toBe('epochs');
  expect(other.epochs.at(-1)?.validationLoss).toBeLessThan(2 * (plain.epochs.at(-1)?.validationLoss ?? 0));
});

test('a run that ended goes on from its weights, in new passes; the best of all are kept', async () => {
  const { train: set, validation: odd } = windowSets([...workflowSessions(40), [7, 4, 1, 0], [3, 7, 1, 0]], 5, 40);
  const call = { set, validation: odd, options: { epochs: 60, patience: 2 } };
  const first = await runFrom(undefined, call);
  const done = first.model.epochs.length;
  const { model } = await runFrom(first.snapshot, { ...call, options: { ...call.options, epochs: done + 3 } });
  expect(model.epochs).toHaveLength(done + 3);
  expect(model.epochs.slice(0, done)).toEqual(first.model.epochs);
  expect(model.epochs[done]?.trainLoss).toBeLessThan(0.5 * (first.model.epochs[0]?.trainLoss ?? 0));
  const best = Math.min(...model.epochs.map(({ validationLoss }) => validationLoss));
  expect(referenceLoss(model.weights, odd)).toBeCloseTo(best, 5);
});

test('more passes later are the same as more passes at once', async () => {
  const half = await runFrom(undefined, { options: { epochs: 3 } });
  const whole = await runFrom(half.snapshot, { options: { epochs: 6 } });
  const once = await run({ options: { epochs: 6 } });
  expect(weightArrays(whole.model.weights)).toEqual(weightArrays(once.weights));
});

test('fifty runs that are cancelled on the way leave nothing behind', async () => {
  await activateBackend('wasm');
  const before = tf.memory().numTensors;
  for (let cycle = 0; cycle < 50; cycle++) {
    const abort = new AbortController();
    let updates = 0;
    const offerSnapshot = () => {
      if (updates++ === cycle % 7) abort.abort();
    };
    await expect(run({ control: { signal: abort.signal, offerSnapshot } })).rejects.toThrow(ABORTED);
    expect(tf.memory().numTensors).toBe(before);
  }
});

test('stop ends at once and keeps what was learnt', async () => {
  let passes = 0;
  const model = await run({ control: { onEpoch: () => passes++, shouldStop: () => passes === 3 } });
  expect(model.end).toBe('stopped');
  expect(model.epochs).toHaveLength(3);
  expect(referenceLoss(model.weights, validation)).toBeCloseTo(model.epochs[2]?.validationLoss ?? Number.NaN, 5);
});

test('a signal that is already aborted trains nothing', async () => {
  const heard: EpochLog[] = [];
  const control = { signal: AbortSignal.abort(), onEpoch: (log: EpochLog) => heard.push(log) };
  await expect(run({ control })).rejects.toThrow(ABORTED);
  expect(heard).toEqual([]);
});

test('a rate far too high ends as diverged, with finite weights', async () => {
  const model = await run({ options: { learningRate: 1e6 } });
  expect(model.end).toBe('diverged');
  expect(model.epochs.length).toBeLessThanOrEqual(6);
  expect(weightArrays(model.weights).every((array) => array.every(Number.isFinite))).toBe(true);
  expect(referenceLoss(model.weights, train)).toBeLessThan(2 * Math.log(train.symbols));
});

test('a long pass that breaks down is not run to its end', async () => {
  const random = createRandom(1);
  const keys = Array.from({ length: 30_000 }, () => Math.floor(random.uniform() * 110));
  const { train: set } = windowSets([keys], 2);
  let updates = 0;
  const control = { offerSnapshot: () => updates++ };
  const options = { learningRate: 1e30, units: 2, layers: 1 };
  const model = await run({ set, validation: undefined, options, control });
  expect(trainingBatches(set, createRandom(1)).length).toBeGreaterThan(70);
  expect(model.end).toBe('diverged');
  expect(updates).toBe(3 * 64);
});

test('after one pass that diverges training goes on, at half the rate', async () => {
  const model = await run({ options: { learningRate: 8, epochs: 10 } });
  expect(model.epochs[0]?.trainLoss).toBeGreaterThan(4 * Math.log(train.symbols));
  expect(model.epochs).toHaveLength(10);
  expect(model.bestEpoch).toBeGreaterThan(1);
});

test('without validation the last pass counts', async () => {
  const model = await run({ validation: undefined, options: { epochs: 3, patience: 1 } });
  expect(model).toMatchObject({ end: 'epochs', bestEpoch: 3 });
  expect(model.epochs.every(({ validationLoss }) => Number.isNaN(validationLoss))).toBe(true);
  expect(model.epochs.every(({ accuracy }) => accuracy === undefined)).toBe(true);
});

test('an empty validation set is none', async () => {
  const empty = windowSets(workflowSessions(48), 5, 48).validation;
  const model = await run({ validation: empty, options: { epochs: 2 } });
  expect(model).toMatchObject({ end: 'epochs', bestEpoch: 2 });
});

test('an empty training set is a bug of the caller', async () => {
  const empty = windowSets(workflowSessions(48), 5, 48).validation;
  await expect(run({ set: empty })).rejects.toThrow(RangeError);
});

test('a single key is learnt like any other', async () => {
  const { train: set } = windowSets([[0], [0], [0, 0]], 5);
  const model = await run({ set, validation: undefined, options: { epochs: 40 } });
  expect(model.epochs.at(-1)?.trainLoss).toBeLessThan(1);
});

test('two keys, and keys that occur once each, are learnt like any other', async () => {
  const two = await run({
    set: windowSets(
      [
        [0, 1],
        [0, 1],
        [1, 0],
      ],
      5,
    ).train,
    validation: undefined,
  });
  expect(two.epochs.at(-1)?.trainLoss).toBeLessThan(1);
  const unique = Array.from({ length: 60 }, (_, key) => [3 * key, 3 * key + 1, 3 * key + 2]);
  const { epochs, end } = await run({ set: windowSets(unique, 5).train, validation: undefined });
  expect(end).toBe('epochs');
  expect(epochs.at(-1)?.trainLoss).toBeLessThan(0.7 * (epochs[0]?.trainLoss ?? 0));
});

test('of very many keys a sample is scored, and all are learnt', async () => {
  const sessions = Array.from({ length: 450 }, (_, session) =>
    Array.from({ length: 5 }, (_, step) => 5 * session + step),
  );
  const { train: set, validation: judged } = windowSets([...sessions, ...sessions], 2, sessions.length);
  expect(softmaxOf(set.symbols)).toBe('sampled');
  const options = { units: 16, layers: 1, epochs: 4 };
  const { epochs, weights } = await run({ set, validation: judged, options });
  const exact = epochs.map(({ validationLoss }) => validationLoss);
  expect(exact.at(-1)).toBeLessThan(0.7 * Math.log(set.symbols));
  expect(exact.at(-1)).toBeLessThan(exact[0] ?? 0);
  expect(Math.abs((epochs.at(-1)?.trainLoss ?? 0) - (exact.at(-1) ?? 0))).toBeLessThan(1);
  expect(weightArrays(weights).every((array) => array.every(Number.isFinite))).toBe(true);
});

test('the input row of a symbol no window contains stays zero', async () => {
  const { weights } = await run({ options: { epochs: 2 } });
  const unknown = train.symbols - 1;
  const row = weights.lstm[0]?.kernel.subarray(unknown * 48, (unknown + 1) * 48);
  expect(row).toEqual(new Float32Array(48));
});
