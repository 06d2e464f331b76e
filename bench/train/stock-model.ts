import * as tf from '@tensorflow/tfjs';
import type { KeyModelWeights } from '../../src/core/sequence/key-model.ts';
import { uploadWeights } from '../../src/ml/parameters.ts';
import type { SlidingWindows } from './key-sessions.ts';

/** The key model as anyone would build it of stock layers, with the same weights to start from. */
function stockModel(weights: KeyModelWeights, learningRate: number): tf.Sequential {
  const { symbols, history, units, layers } = weights.shape;
  const model = tf.sequential();
  for (let layer = 0; layer < layers; layer++) {
    const inputShape = layer === 0 ? { inputShape: [history, symbols] } : {};
    // The default is a hard sigmoid.
    const recurrentActivation = 'sigmoid';
    // The default takes seconds, for weights that are replaced.
    const recurrentInitializer = 'zeros';
    const returnSequences = layer < layers - 1;
    model.add(tf.layers.lstm({ units, recurrentActivation, recurrentInitializer, returnSequences, ...inputShape }));
  }
  model.add(tf.layers.dense({ units: symbols, activation: 'softmax' }));
  const start = uploadWeights(weights);
  model.setWeights([...start]);
  tf.dispose([...start]);
  model.compile({ optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-7), loss: 'categoricalCrossentropy' });
  return model;
}

export interface StockRun {
  /** Of each step, before its update. */
  readonly losses: readonly number[];
  /** Of each step but the first, which prepares things. */
  readonly seconds: readonly number[];
}

/**
 * `model.fit` over windows, a step for each batch.
 *
 * @param clock seconds since some time
 */
export async function stockSteps(
  weights: KeyModelWeights,
  { windows, next }: SlidingWindows,
  batchSize: number,
  learningRate: number,
  clock: () => number,
): Promise<StockRun> {
  const { symbols, history } = weights.shape;
  const model = stockModel(weights, learningRate);
  const oneHot = (values: Int32Array) => tf.oneHot(tf.tensor1d(values, 'int32'), symbols).toFloat();
  const [inputs, outputs] = [
    tf.tidy(() => oneHot(windows).reshape([next.length, history, symbols])),
    tf.tidy(() => oneHot(next)),
  ];
  const losses: number[] = [];
  const times: number[] = [];
  const onBatchEnd = (_: number, logs?: tf.Logs) => {
    losses.push(logs?.loss ?? Number.NaN);
    times.push(clock());
  };
  await model.fit(inputs, outputs, {
    batchSize,
    epochs: 1,
    shuffle: false,
    verbose: 0,
    yieldEvery: 'never',
    callbacks: { onBatchEnd },
  });
  tf.dispose([inputs, outputs]);
  model.dispose();
  return { losses, seconds: times.slice(1).map((time, index) => time - (times[index] ?? Number.NaN)) };
}
