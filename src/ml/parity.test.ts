import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { activateBackend } from './backend.ts';
import { chooseBackend } from './choose-backend.ts';
import { parityError } from './parity.ts';

const SOFTMAX = { kernelName: 'Softmax', backendName: 'wasm' };
let sound: tf.KernelConfig | undefined;

/** Makes the wasm backend answer that all symbols are as likely, or that none is a number. */
function breakWasm(value: number): void {
  sound = tf.getKernel('Softmax', 'wasm');
  tf.unregisterKernel('Softmax', 'wasm');
  tf.registerKernel({
    ...SOFTMAX,
    kernelFunc: ({ inputs }) => tf.fill((inputs.logits as tf.Tensor).shape, value),
  });
}

afterEach(() => {
  if (sound === undefined) return;
  tf.unregisterKernel('Softmax', 'wasm');
  tf.registerKernel(sound);
  sound = undefined;
});

test.each(['cpu', 'wasm'] as const)('%s computes as plain JavaScript does', async (backend) => {
  await activateBackend(backend);
  const before = tf.memory().numTensors;
  expect(await parityError(backend)).toBeLessThan(1e-6);
  expect(tf.memory().numTensors).toBe(before);
});

test.each([1 / 7, Number.NaN])('a backend that answers %d is not chosen, and it is said why', async (value) => {
  await activateBackend('wasm');
  breakWasm(value);
  const { backend, reason } = await chooseBackend();
  expect(backend).toBe('cpu');
  expect(reason).toContain('WebAssembly computes wrongly here');
  expect((await chooseBackend('wasm')).reason).toMatch(/^You asked for WebAssembly, but WebAssembly computes wrongly/);
});
