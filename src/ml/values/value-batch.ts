import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../core/base/random.ts';
import type { ValueModelShape, ValueRows } from '../../core/detect/expected/value-model.ts';

/** Rows that are drawn, with replacement. */
export function drawRows(rows: ValueRows, count: number, shape: ValueModelShape, random: Random): ValueRows {
  const { history, values } = shape;
  const width = history * values;
  const drawn = {
    series: new Int32Array(count),
    inputs: new Float32Array(count * width),
    targets: new Float32Array(count * values),
  };
  for (let to = 0; to < count; to++) {
    const row = Math.floor(random.uniform() * rows.series.length);
    drawn.series[to] = rows.series[row] as number;
    drawn.inputs.set(rows.inputs.subarray(row * width, (row + 1) * width), to * width);
    drawn.targets.set(rows.targets.subarray(row * values, (row + 1) * values), to * values);
  }
  return drawn;
}

/**
 * Targets on the backend, shape [n, values] both: 0 where there are none, and the weight of each squared error, which is 0 there.
 * The caller disposes them.
 */
export function loadTargets(
  { series, targets }: ValueRows,
  { values }: ValueModelShape,
): { readonly targets: tf.Tensor2D; readonly weight: tf.Tensor2D } {
  const size: [number, number] = [series.length, values];
  const isKnown = targets.map((target) => (Number.isNaN(target) ? 0 : 1));
  const known = isKnown.reduce((sum, one) => sum + one, 0);
  return {
    targets: tf.tensor2d(
      targets.map((target) => (Number.isNaN(target) ? 0 : target)),
      size,
    ),
    weight: tf.tensor2d(
      isKnown.map((one) => one / Math.max(1, known)),
      size,
    ),
  };
}
