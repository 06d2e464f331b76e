import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KeyModelWeights } from '../core/sequence/key-model.ts';
import { activateBackend } from './backend.ts';
import { initialWeights } from './parameters.ts';
import { predictNext } from './predict.ts';
import { referenceProbabilities } from './reference-lstm.ts';
import { trainKeyModel } from './train.ts';
import { WORKFLOW_OPTIONS, windowSets, workflowSessions } from './windows.fixture.ts';

const { train } = windowSets(workflowSessions(40), 5);
const never = new AbortController().signal;
let weights: KeyModelWeights;

beforeAll(async () => {
  const control = { onEpoch: () => undefined, signal: never, shouldStop: () => false };
  const choice = { backend: 'wasm', reason: 'asked for' } as const;
  const { model } = await trainKeyModel(train, undefined, { ...WORKFLOW_OPTIONS, epochs: 3 }, control, choice);
  weights = model.weights;
});

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, index) => Math.abs(value - (b[index] as number))));
}

/** The same network from stock layers, over one-hot windows. */
function stockProbabilities({ shape, lstm, dense }: KeyModelWeights, windows: Int32Array): Float32Array {
  const { symbols, history, units } = shape;
  const model = tf.sequential();
  lstm.forEach((_, layer) => {
    const inputShape = layer === 0 ? { inputShape: [history, symbols] } : {};
    const returnSequences = layer < lstm.length - 1;
    model.add(tf.layers.lstm({ units, returnSequences, recurrentActivation: 'sigmoid', ...inputShape }));
  });
  model.add(tf.layers.dense({ units: symbols, activation: 'softmax' }));
  const probabilities = tf.tidy(() => {
    model.setWeights([
      ...lstm.flatMap(({ kernel, recurrent, bias }, layer) => [
        tf.tensor2d(kernel, [layer === 0 ? symbols : units, 4 * units]),
        tf.tensor2d(recurrent, [units, 4 * units]),
        tf.tensor1d(bias),
      ]),
      tf.tensor2d(dense.kernel, [units, symbols]),
      tf.tensor1d(dense.bias),
    ]);
    const oneHot = tf.oneHot(tf.tensor2d(windows, [windows.length / history, history], 'int32'), symbols);
    return (model.predict(oneHot) as tf.Tensor).dataSync() as Float32Array;
  });
  model.dispose();
  return probabilities;
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test('probabilities are those of the definition', async () => {
    const probabilities = await predictNext(weights, train.windows, backend, { signal: never });
    const expected = Array.from({ length: train.count }, (_, row) =>
      referenceProbabilities(weights, train.windows.subarray(row * train.history, (row + 1) * train.history)),
    );
    expect(largestDifference(probabilities, expected.flat())).toBeLessThan(1e-5);
  });

  test('the weights load into stock layers, which give the same probabilities', async () => {
    const probabilities = await predictNext(weights, train.windows, backend, { signal: never });
    expect(largestDifference(probabilities, stockProbabilities(weights, train.windows))).toBeLessThan(1e-5);
  });
});

test('many windows go in bounded batches, in order, with progress', async () => {
  const history = 4;
  const symbols = 12;
  const windows = Int32Array.from({ length: symbols ** history * history }, (_, at) => {
    const [row, position] = [Math.floor(at / history), at % history];
    return Math.floor(row / symbols ** (history - 1 - position)) % symbols;
  });
  const seen = new Array<boolean>(symbols).fill(true);
  const small = initialWeights({ symbols, history, units: 2, layers: 1 }, seen, 1);
  const done: number[] = [];
  const before = tf.memory().numTensors;
  const probabilities = await predictNext(small, windows, 'cpu', {
    signal: never,
    onProgress: (count) => done.push(count),
  });
  expect(tf.memory().numTensors).toBe(before);
  expect(done.length).toBeGreaterThan(1);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done.at(-1)).toBe(symbols ** history);
  for (const row of [0, 1, 14_000, 15_500, symbols ** history - 1]) {
    const window = windows.subarray(row * history, (row + 1) * history);
    const found = probabilities.subarray(row * symbols, (row + 1) * symbols);
    expect(largestDifference(found, referenceProbabilities(small, window))).toBeLessThan(1e-5);
  }
});

test('no windows give no probabilities', async () => {
  expect(await predictNext(weights, new Int32Array(0), 'cpu', { signal: never })).toEqual(new Float32Array(0));
});

test('aborting throws and leaves no tensors', async () => {
  await activateBackend('wasm');
  const before = tf.memory().numTensors;
  const prediction = predictNext(weights, train.windows, 'wasm', { signal: AbortSignal.abort() });
  await expect(prediction).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(tf.memory().numTensors).toBe(before);
});

test('weights and windows that do not fit their shape are bugs of the caller', async () => {
  const broken = { ...weights, dense: { ...weights.dense, bias: new Float32Array(3) } };
  await expect(predictNext(broken, train.windows, 'cpu', { signal: never })).rejects.toThrow(RangeError);
  const partRow = train.windows.subarray(0, 7);
  await expect(predictNext(weights, partRow, 'cpu', { signal: never })).rejects.toThrow(RangeError);
});
