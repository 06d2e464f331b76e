import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
test('x', async () => { await tf.setBackend('webgl'); console.log(tf.getBackend(), (await import('comlink')).proxy.name, navigator.userAgent); expect(1).toBe(1); });
