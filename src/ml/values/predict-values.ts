import * as tf from '@tensorflow/tfjs-core';
import type { ValueModelWeights, ValueWindows } from '../../core/detect/expected/value-model.ts';
import type { Backend } from '../../core/sequence/key-model.ts';
import { activateBackend, assertNotLost } from '../backend.ts';
import { breathe } from '../breathe.ts';
import { kernelsOf } from '../kernels/load-level.ts';
import { disposeWindows, loadWindows } from './loaded-windows.ts';
import { expectedNext } from './value-network.ts';
import { uploadValueWeights } from './value-parameters.ts';

/** Rows that are predicted at a time. */
const AT_ONCE = 2048;

/**
 * @returns shape [n, values]: the vector that is expected after each window
 * @throws Error if the backend cannot be had, or its GPU is reset on the way
 */
export async function predictValues(
  weights: ValueModelWeights,
  windows: ValueWindows,
  backend: Backend,
): Promise<Float32Array> {
  await activateBackend(backend);
  const { history, values } = weights.shape;
  const count = windows.series.length;
  const expected = new Float32Array(count * values);
  const parameters = uploadValueWeights(weights);
  try {
    for (let from = 0; from < count; from += AT_ONCE) {
      await breathe();
      const to = Math.min(count, from + AT_ONCE);
      const inputs = windows.inputs.subarray(from * history * values, to * history * values);
      const part = { series: windows.series.subarray(from, to), inputs };
      const loaded = loadWindows(part, weights.shape, kernelsOf(backend));
      const next = expectedNext(parameters, loaded);
      expected.set(next.dataSync(), from * values);
      next.dispose();
      disposeWindows(loaded);
      assertNotLost();
    }
  } finally {
    tf.dispose(parameters);
  }
  return expected;
}
