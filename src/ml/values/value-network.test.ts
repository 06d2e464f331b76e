import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../core/base/random.ts';
import type { ValueModelWeights } from '../../core/detect/expected/value-model.ts';
import { activateBackend } from '../backend.ts';
import { kernelsOf } from '../kernels/load-level.ts';
import { disposeWindows, loadWindows } from './loaded-windows.ts';
import { expectedNext, squaredError } from './value-network.ts';
import { uploadValueWeights } from './value-parameters.ts';

const SHAPE = { series: 2, values: 2, history: 3, units: 4 };
const ROWS = 3;
const random = createRandom(3);
const some = (size: number) => Float32Array.from({ length: size }, () => 0.5 * random.normal());
const WEIGHTS: ValueModelWeights = {
  shape: SHAPE,
  embedding: some(2 * 16),
  kernel: some(2 * 16),
  recurrent: some(4 * 16),
  denseKernel: some(4 * 2),
  denseBias: some(2),
};
const WINDOWS = { series: Int32Array.of(0, 1, 0), inputs: some(ROWS * 3 * 2) };
const TARGETS = some(ROWS * 2);

/** Straight from the definition, in double precision. */
function reference(weights: ValueModelWeights, row: number): number[] {
  const { units, values, history } = SHAPE;
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  let [hidden, cell] = [new Array<number>(units).fill(0), new Array<number>(units).fill(0)];
  for (let step = 0; step < history; step++) {
    const gate = (which: number, unit: number) => {
      const column = which * units + unit;
      let sum = weights.embedding[(WINDOWS.series[row] as number) * 4 * units + column] as number;
      for (let i = 0; i < values; i++) {
        sum +=
          (WINDOWS.inputs[(row * history + step) * values + i] as number) *
          (weights.kernel[i * 4 * units + column] as number);
      }
      return hidden.reduce((all, one, i) => all + one * (weights.recurrent[i * 4 * units + column] as number), sum);
    };
    const next = cell.map((before, u) => sigmoid(gate(1, u)) * before + sigmoid(gate(0, u)) * Math.tanh(gate(2, u)));
    hidden = next.map((one, u) => sigmoid(gate(3, u)) * Math.tanh(one));
    cell = next;
  }
  return Array.from(weights.denseBias, (bias, value) =>
    hidden.reduce((sum, one, u) => sum + one * (weights.denseKernel[u * values + value] as number), bias),
  );
}

const rows = [0, 1, 2];
const loss = (weights: ValueModelWeights) =>
  rows
    .flatMap((row) => reference(weights, row))
    .reduce((sum, one, at) => sum + (one - (TARGETS[at] as number)) ** 2 / 6, 0);

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test('forecasts and gradients are those of the definition', async () => {
    await activateBackend(backend);
    const before = tf.memory().numTensors;
    const parameters = uploadValueWeights(WEIGHTS);
    const loaded = loadWindows(WINDOWS, SHAPE, kernelsOf(backend));
    const next = expectedNext(parameters, loaded);
    [...next.dataSync()].forEach((one, at) => {
      expect(one).toBeCloseTo(rows.flatMap((row) => reference(WEIGHTS, row))[at] as number, 5);
    });
    const [targets, weight] = [tf.tensor2d(TARGETS, [ROWS, 2]), tf.fill([ROWS, 2], 1 / 6) as tf.Tensor2D];
    const { loss: found, gradients } = squaredError(parameters, loaded, targets, weight);
    expect(found.dataSync()[0]).toBeCloseTo(loss(WEIGHTS), 5);
    const names = ['embedding', 'kernel', 'recurrent', 'denseKernel', 'denseBias'] as const;
    for (const [index, name] of names.entries()) {
      const own = gradients[index]?.dataSync() ?? [];
      for (let at = 0; at < own.length; at++) {
        const moved = (by: number) => {
          const array = Float64Array.from(WEIGHTS[name]);
          array[at] = (array[at] as number) + by;
          return loss({ ...WEIGHTS, [name]: array });
        };
        expect(own[at]).toBeCloseTo((moved(1e-4) - moved(-1e-4)) / 2e-4, 4);
      }
    }
    tf.dispose([...parameters, ...gradients, next, targets, weight, found]);
    disposeWindows(loaded);
    expect(tf.memory().numTensors).toBe(before);
  });
});
