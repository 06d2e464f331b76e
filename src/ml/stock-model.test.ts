import * as tf from '@tensorflow/tfjs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { DETECTOR, someWeights } from '../bundle/detector.fixture.ts';
import { writeDetector } from '../bundle/write-detector.ts';
import { activateBackend } from './backend.ts';
import { predictNext } from './predict.ts';

const HISTORY = 4;
const SYMBOLS = 6;
/** In lexicographic order. */
const WINDOWS = Int32Array.of(0, 1, 2, 3, 2, 2, 2, 2, 3, 0, 1, 2, 3, 3, 3, 0, 5, 4, 3, 2);

test.each([1, 2, 3])(
  'stock tfjs opens the model in a detector file of %i layers and predicts the same',
  async (layers) => {
    const weights = someWeights({ symbols: SYMBOLS, history: HISTORY, units: 7, layers }, layers);
    const entries = unzipSync(writeDetector({ ...DETECTOR, weights }));
    const expected = await predictNext(weights, WINDOWS, 'cpu', { signal: new AbortController().signal });
    await activateBackend('cpu');
    const json = JSON.parse(new TextDecoder().decode(entries['model.json']));
    const tensors = tf.memory().numTensors;
    const model = await tf.loadLayersModel(
      tf.io.fromMemory({
        modelTopology: json.modelTopology,
        weightSpecs: json.weightsManifest[0].weights,
        weightData: Uint8Array.from(entries['weights.bin'] ?? []).buffer,
      }),
    );
    const probabilities = tf.tidy(() => {
      const oneHot = tf.oneHot(tf.tensor2d(WINDOWS, [WINDOWS.length / HISTORY, HISTORY], 'int32'), SYMBOLS);
      return Array.from((model.predict(oneHot) as tf.Tensor).dataSync());
    });
    expect(probabilities).toHaveLength((WINDOWS.length / HISTORY) * SYMBOLS);
    probabilities.forEach((value, index) => {
      expect(Math.abs(value - (expected[index] ?? Number.NaN))).toBeLessThan(1e-5);
    });
    model.dispose();
    expect(tf.memory().numTensors).toBe(tensors);
  },
);
