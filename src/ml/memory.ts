import * as tf from '@tensorflow/tfjs-core';
import type { Bytes } from '../core/base/units.ts';

/** All tensors of this thread. */
export function tensorMemory(): { readonly tensors: number; readonly tensorBytes: Bytes } {
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, tensorBytes: numBytes };
}
