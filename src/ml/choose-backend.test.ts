import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { activateBackend, tryBackend } from './backend.ts';
import { chooseBackend } from './choose-backend.ts';

describe('where there is no GPU', () => {
  test('WebAssembly is chosen, with what was measured', async () => {
    await activateBackend('cpu');
    const before = tf.memory().numTensors;
    const { backend, reason } = await chooseBackend();
    expect(backend).toBe('wasm');
    expect(reason).toMatch(/^WebAssembly: a short test took [\d.]+ ms; the GPU cannot be used here\.$/);
    expect(tf.getBackend()).toBe('wasm');
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each(['cpu', 'wasm'] as const)('%s is taken when asked for', async (override) => {
    const { backend, reason } = await chooseBackend(override);
    expect(backend).toBe(override);
    expect(reason).toMatch(/^You asked for .+; a short test took [\d.]+ ms\.$/);
    expect(tf.getBackend()).toBe(override);
  });

  test('asking for it falls back, and says so', async () => {
    const { backend, reason } = await chooseBackend('webgl');
    expect(backend).toBe('wasm');
    expect(reason).toMatch(/^You asked for the GPU, but the GPU cannot be used here\. WebAssembly: a short test took/);
    expect(tf.getBackend()).toBe('wasm');
  });
});

describe('where neither GPU nor WebAssembly works', () => {
  test('plain JavaScript is left', async () => {
    const factory = tf.findBackendFactory('wasm');
    tf.removeBackend('wasm');
    try {
      const { backend, reason } = await chooseBackend();
      expect(backend).toBe('cpu');
      expect(reason).toMatch(/^Plain JavaScript: .+; the GPU cannot be used here, WebAssembly cannot be used here\.$/);
      expect(tf.getBackend()).toBe('cpu');
    } finally {
      tf.registerBackend('wasm', factory, 2);
    }
  });
});

test('a backend that cannot be had is not mistaken for the one before', async () => {
  await activateBackend('cpu');
  expect(await tryBackend('webgl')).toBe(false);
  expect(tf.getBackend()).toBe('cpu');
  await expect(activateBackend('webgl')).rejects.toThrow('no working webgl backend');
});
