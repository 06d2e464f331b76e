import * as tf from '@tensorflow/tfjs-core';
import type { Backend, BackendChoice } from '../core/sequence/key-model.ts';
import { tryBackend, webglContext } from './backend.ts';

/** After so many resets of the GPU in one run it is not used again. */
const MOST_RESETS = 2;
/** As tfjs registers it. */
const PRIORITY = 2;
const WITHOUT_GPU: readonly Backend[] = ['wasm', 'cpu'];

/** Whether the browser or its driver has reset the GPU that the current backend computes on: what it holds reads as zeros. */
export function isGpuLost(): boolean {
  return webglContext()?.isContextLost() ?? false;
}

/**
 * Makes a backend current that computes, after the GPU was reset: a fresh one on the GPU, or one without. Tensors on the lost one
 * have to be disposed before.
 *
 * @param resets how often that happened in this run, this time included
 * @see https://github.com/tensorflow/tfjs/issues/756 tfjs itself does not notice, and goes on with zeros
 */
export async function recoverGpu(resets: number): Promise<BackendChoice> {
  const factory = tf.findBackendFactory('webgl');
  tf.removeBackend('webgl');
  tf.registerBackend('webgl', factory, PRIORITY);
  if (resets <= MOST_RESETS && (await tryBackend('webgl')) && !isGpuLost()) {
    return { backend: 'webgl', reason: 'The GPU was reset by the browser or its driver, and is used again.' };
  }
  for (const backend of WITHOUT_GPU) {
    const reason = 'The GPU was reset by the browser or its driver; the model goes on without it.';
    if (await tryBackend(backend)) return { backend, reason };
  }
  throw new Error('The GPU was reset by the browser or its driver, and no other backend works here');
}
