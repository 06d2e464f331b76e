import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { disposeAdam, startAdam, updateAdam } from './adam.ts';
import { activateBackend } from './backend.ts';

beforeAll(() => activateBackend('cpu'));

const GRADIENTS = [
  [0.5, -2, 1e-8],
  [-0.25, 1, 1e-8],
  [3, 0, -1e-8],
];

test('updates are those of stock Adam with its epsilon written out', () => {
  const before = tf.memory().numTensors;
  let state = startAdam([tf.tensor1d([1, 2, 3])]);
  for (const gradient of GRADIENTS) state = updateAdam(state, [tf.tensor1d(gradient)], 0.1);
  const found = Array.from(state.parameters[0]?.dataSync() ?? []);
  disposeAdam(state);
  expect(tf.memory().numTensors).toBe(before);

  const variable = tf.variable(tf.tensor1d([1, 2, 3]));
  const stock = tf.train.adam(0.1, 0.9, 0.999, 1e-7);
  for (const gradient of GRADIENTS) stock.applyGradients([{ name: variable.name, tensor: tf.tensor1d(gradient) }]);
  Array.from(variable.dataSync()).forEach((value, index) => {
    expect(found[index]).toBeCloseTo(value, 5);
  });
});

test('gradients beyond a norm of 5 count as if they had it', () => {
  const moments = (gradients: readonly number[][]) => {
    const start = startAdam([tf.tensor1d([0, 0]), tf.tensor1d([0])]);
    const state = updateAdam(
      start,
      gradients.map((values) => tf.tensor1d(values)),
      0.1,
    );
    const values = state.first.map((tensor) => Array.from(tensor.dataSync()));
    disposeAdam(state);
    return values.flat();
  };
  // 30, 40, 120: norm 130.
  const clipped = moments([[30, 40], [120]]);
  [30 / 26, 40 / 26, 120 / 26].forEach((value, index) => {
    expect(clipped[index]).toBeCloseTo(0.1 * value, 5);
  });
  const kept = moments([[3, 0], [4]]);
  [3, 0, 4].forEach((value, index) => {
    expect(kept[index]).toBeCloseTo(0.1 * value, 5);
  });
});

test('gradients of zero change nothing', () => {
  const state = updateAdam(startAdam([tf.tensor1d([1, -1])]), [tf.zeros([2])], 0.1);
  expect(Array.from(state.parameters[0]?.dataSync() ?? [])).toEqual([1, -1]);
  disposeAdam(state);
});
