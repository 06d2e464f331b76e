import * as tf from '@tensorflow/tfjs-core';
import type { ValueModelShape, ValueWindows } from '../../core/detect/expected/value-model.ts';
import type { LevelKernels, LoadLevel } from '../kernels/level-kernels.ts';

/** Windows of vectors on the backend. Owns its tensors. */
export interface LoadedWindows {
  /** By step, shape [n, values]. */
  readonly steps: readonly tf.Tensor2D[];
  /** Shape [n, series], one-hot. */
  readonly series: tf.Tensor2D;
  /** Kernels of the first step, and of all others. */
  readonly levels: readonly LevelKernels[];
}

/** @param load kernels of the current backend */
export function loadWindows(windows: ValueWindows, shape: ValueModelShape, load: LoadLevel): LoadedWindows {
  const { history, values, series, units } = shape;
  const count = windows.series.length;
  const steps = Array.from({ length: history }, (_, step) => {
    const own = new Float32Array(count * values);
    for (let row = 0; row < count; row++) {
      const from = (row * history + step) * values;
      own.set(windows.inputs.subarray(from, from + values), row * values);
    }
    return tf.tensor2d(own, [count, values]);
  });
  const oneHot = new Float32Array(count * series);
  windows.series.forEach((one, row) => {
    oneHot[row * series + one] = 1;
  });
  const kernelShape = { symbols: 1, units };
  return {
    steps,
    series: tf.tensor2d(oneHot, [count, series]),
    levels: [true, false].map((isFirst) => load(chainLevel(count, isFirst), kernelShape)),
  };
}

export function disposeWindows({ steps, series, levels }: LoadedWindows): void {
  tf.dispose([...steps, series]);
  for (const level of levels) level.dispose();
}

export function levelOfStep({ levels }: LoadedWindows, step: number): LevelKernels {
  const level = levels[Math.min(step, 1)];
  if (!level) throw new RangeError('windows have a first level and one for the others');
  return level;
}

/** A level of a prefix tree in which no window shares anything with another. */
function chainLevel(size: number, isFirst: boolean) {
  const all = Int32Array.from({ length: size + 1 }, (_, row) => row);
  return {
    size,
    parent: isFirst ? new Int32Array(size) : all.subarray(0, size),
    symbol: new Int32Array(size),
    childStart: isFirst ? Int32Array.of(0, size) : all,
  };
}
