import * as tf from '@tensorflow/tfjs-core';
import type { Bytes } from '../core/base/units.ts';

/** All tensors of this thread. */
export function tensorMemory(): { readonly tensors: number; readonly tensorBytes: Bytes } {
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, tensorBytes: numBytes };
}

/** What this thread's objects take; only Chromium tells. */
export function heapBytes(): Bytes | undefined {
  return memoryOf(performance)?.usedJSHeapSize;
}

/** Not standard, so it is in no type of the DOM. */
function memoryOf(clock: Performance & { readonly memory?: { readonly usedJSHeapSize: Bytes } }) {
  return clock.memory;
}
