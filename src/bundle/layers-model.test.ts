import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyModelShape } from '../core/sequence/key-model.ts';
import { SMALL_SHAPE, someWeights } from './detector.fixture.ts';
import { layersModelJson, packWeights, unpackWeights, weightCount, weightSpecs } from './layers-model.ts';

const someShape: fc.Arbitrary<KeyModelShape> = fc.record({
  symbols: fc.integer({ min: 4, max: 12 }),
  history: fc.integer({ min: 1, max: 20 }),
  units: fc.integer({ min: 1, max: 8 }),
  layers: fc.integer({ min: 1, max: 4 }),
});

test('names and shapes are those of stacked LSTMs and a dense layer', () => {
  expect(weightSpecs(SMALL_SHAPE).map(({ name, shape }) => [name, shape])).toEqual([
    ['lstm_1/kernel', [6, 12]],
    ['lstm_1/recurrent_kernel', [3, 12]],
    ['lstm_1/bias', [12]],
    ['lstm_2/kernel', [3, 12]],
    ['lstm_2/recurrent_kernel', [3, 12]],
    ['lstm_2/bias', [12]],
    ['next_symbol/kernel', [3, 6]],
    ['next_symbol/bias', [6]],
  ]);
  expect(weightCount(SMALL_SHAPE)).toBe(72 + 36 + 12 + 36 + 36 + 12 + 18 + 6);
});

test('the model names the layers that the weights belong to', () => {
  expect(layersModelJson(SMALL_SHAPE)).toMatchObject({
    format: 'layers-model',
    modelTopology: {
      class_name: 'Sequential',
      config: {
        layers: [
          { class_name: 'LSTM', config: { name: 'lstm_1', batch_input_shape: [null, 4, 6], return_sequences: true } },
          { class_name: 'LSTM', config: { name: 'lstm_2', return_sequences: false } },
          { class_name: 'Dense', config: { name: 'next_symbol', units: 6, activation: 'softmax' } },
        ],
      },
    },
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs(SMALL_SHAPE) }],
  });
});

describe('weights in a file', () => {
  test('come back as they were, in any shape', () => {
    fc.assert(
      fc.property(someShape, fc.nat(), (shape, seed) => {
        const weights = someWeights(shape, seed);
        const bytes = packWeights(weights);
        expect(bytes).toHaveLength(4 * weightCount(shape));
        expect(unpackWeights(shape, bytes)).toEqual(weights);
      }),
    );
  });

  test('are little-endian, and may start anywhere in a buffer', () => {
    const bytes = packWeights(someWeights(SMALL_SHAPE));
    const first = someWeights(SMALL_SHAPE).lstm[0]?.kernel[0];
    expect(new DataView(bytes.buffer).getFloat32(0, true)).toBe(first);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(unpackWeights(SMALL_SHAPE, shifted.subarray(1))).toEqual(someWeights(SMALL_SHAPE));
  });

  test('of another length are refused', () => {
    const bytes = packWeights(someWeights(SMALL_SHAPE));
    expect(unpackWeights(SMALL_SHAPE, bytes.subarray(4))).toBeUndefined();
    expect(unpackWeights(SMALL_SHAPE, new Uint8Array([...bytes, 0, 0, 0, 0]))).toBeUndefined();
    expect(unpackWeights({ ...SMALL_SHAPE, layers: 3 }, bytes)).toBeUndefined();
    expect(unpackWeights(SMALL_SHAPE, new Uint8Array(0))).toBeUndefined();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e5, -1e5])('%d is refused', (value) => {
    const bytes = packWeights(someWeights(SMALL_SHAPE));
    new DataView(bytes.buffer).setFloat32(bytes.length - 4, value, true);
    expect(unpackWeights(SMALL_SHAPE, bytes)).toBeUndefined();
  });
});
