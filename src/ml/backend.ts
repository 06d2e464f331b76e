import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import type { Backend } from '../core/sequence/key-model.ts';

/**
 * Makes a backend the current one.
 *
 * @throws Error if it cannot be had: `setBackend` itself may fail without a word and keep the one before
 */
export async function activateBackend(backend: Backend): Promise<void> {
  // Otherwise tfjs writes advice to the console.
  tf.enableProdMode();
  if (tf.findBackendFactory(backend) !== null) await tf.setBackend(backend);
  if (tf.getBackend() !== backend) throw new Error(`TensorFlow.js has no working ${backend} backend here`);
}
