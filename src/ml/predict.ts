import * as tf from '@tensorflow/tfjs-core';
import type { Backend, KeyModelWeights } from '../core/sequence/key-model.ts';
import { activateBackend, assertNotLost } from './backend.ts';
import { breathe } from './breathe.ts';
import { kernelsOf } from './kernels/load-level.ts';
import { logits } from './network.ts';
import { uploadWeights } from './parameters.ts';
import { neighbourBatches, withLevels } from './window-batch.ts';

export interface PredictionControl {
  readonly signal: AbortSignal;
  /** Windows done so far. */
  onProgress?(done: number): void;
}

/**
 * Probability of every symbol as the next one after each window.
 *
 * @param windows shape [n, history], distinct and in lexicographic order, symbols below `weights.shape.symbols`
 * @returns shape [n, symbols], row-major; rows sum to 1
 * @throws RangeError if `weights` do not have their shape or `windows` is not n * history long
 * @throws Error if the backend cannot be had, or its GPU is reset on the way
 * @throws the reason of the signal when it aborts
 */
export async function predictNext(
  weights: KeyModelWeights,
  windows: Int32Array,
  backend: Backend,
  { signal, onProgress }: PredictionControl,
): Promise<Float32Array> {
  const { shape } = weights;
  if (windows.length % shape.history !== 0) {
    throw new RangeError(`${windows.length} symbols are no whole windows of ${shape.history}`);
  }
  await activateBackend(backend);
  const load = kernelsOf(backend);
  const parameters = uploadWeights(weights);
  const probabilities = new Float32Array((windows.length / shape.history) * shape.symbols);
  let done = 0;
  try {
    const set = { windows, history: shape.history };
    for (const rows of neighbourBatches(set, shape.symbols)) {
      await breathe();
      signal.throwIfAborted();
      const values = withLevels(set, rows, load, shape, (levels) =>
        tf.tidy(() => tf.softmax(logits(parameters, levels)).dataSync()),
      );
      assertNotLost();
      probabilities.set(values, done * shape.symbols);
      done += rows.length;
      onProgress?.(done);
    }
  } finally {
    tf.dispose([...parameters]);
  }
  return probabilities;
}
