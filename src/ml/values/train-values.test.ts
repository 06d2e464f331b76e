import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { ValueRows, ValueTraining } from '../../core/detect/expected/value-model.ts';
import { activateBackend } from '../backend.ts';
import { trainValues } from './train-values.ts';

const HISTORY = 10;
const ROWS = 64;

/** Two series that alternate: the first between -1 and 1, the second twice as far; the second place tells nothing. */
function alternations(): ValueRows {
  const series = Int32Array.from({ length: ROWS }, (_, row) => row % 2);
  const sign = (row: number, step: number) => (((row >> 1) + step) % 2 === 0 ? 1 : -1) * (1 + (row % 2));
  const inputs = new Float32Array(ROWS * HISTORY * 2);
  const targets = new Float32Array(ROWS * 2).fill(Number.NaN);
  for (let row = 0; row < ROWS; row++) {
    for (let step = 0; step < HISTORY; step++) inputs[(row * HISTORY + step) * 2] = sign(row, step);
    targets[row * 2] = sign(row, HISTORY);
  }
  return { series, inputs, targets };
}

const TRAINING: ValueTraining = {
  series: 2,
  values: 2,
  history: HISTORY,
  training: alternations(),
  heldOut: alternations(),
};

test('series that differ are learnt by one network, missing targets aside', async () => {
  await activateBackend('wasm');
  const before = tf.memory().numTensors;
  const shares: number[] = [];
  const { weights, heldOut } = await trainValues(TRAINING, 1, 'wasm', 25, (share) => shares.push(share));
  expect(shares).toEqual([0.4, 0.8]);
  expect(tf.memory().numTensors).toBe(before);
  expect(weights.shape).toEqual({ series: 2, values: 2, history: HISTORY, units: 32 });
  const errors = Array.from({ length: ROWS }, (_, row) => {
    return Math.abs((heldOut[2 * row] as number) - (TRAINING.heldOut.targets[2 * row] as number));
  });
  expect(Math.max(...errors)).toBeLessThan(0.5);
});

test('the same seed gives the same weights, another one others', async () => {
  const train = async (seed: number) => (await trainValues(TRAINING, seed, 'wasm', 2)).weights;
  const first = await train(1);
  expect(await train(1)).toEqual(first);
  expect(await train(2)).not.toEqual(first);
});
