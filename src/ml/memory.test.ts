import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { tensorMemory } from './memory.ts';

test('tensors are counted with their bytes', async () => {
  await tf.setBackend('cpu');
  const before = tensorMemory();
  const tensor = tf.zeros([10, 25]);
  expect(tensorMemory()).toEqual({ tensors: before.tensors + 1, tensorBytes: before.tensorBytes + 1000 });
  tensor.dispose();
  expect(tensorMemory()).toEqual(before);
});
