import type { KeyModelShape, KeyModelWeights } from '../core/sequence/key-model.ts';

/** One array in `weights.bin`, in file order. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32';
}

/** Names and shapes that a network of this shape has in the tfjs layers format; its weights file is exactly these, in this order. */
export function weightSpecs({ symbols, units, layers }: KeyModelShape): WeightSpec[] {
  const specs: WeightSpec[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const name = layerName(layer);
    specs.push(spec(`${name}/kernel`, [layer === 0 ? symbols : units, 4 * units]));
    specs.push(spec(`${name}/recurrent_kernel`, [units, 4 * units]));
    specs.push(spec(`${name}/bias`, [4 * units]));
  }
  return [...specs, spec('next_symbol/kernel', [units, symbols]), spec('next_symbol/bias', [symbols])];
}

const spec = (name: string, shape: readonly number[]): WeightSpec => ({ name, shape, dtype: 'float32' });
const layerName = (layer: number) => `lstm_${layer + 1}`;
const sizeOf = ({ shape }: WeightSpec) => shape.reduce((product, extent) => product * extent, 1);

/** Float32 values that the weights file of this shape holds. */
export function weightCount(shape: KeyModelShape): number {
  return weightSpecs(shape).reduce((sum, weight) => sum + sizeOf(weight), 0);
}

/**
 * `model.json` of the tfjs layers format: stock LSTM and dense layers, so that `tf.loadLayersModel` opens it. Its input is
 * one-hot, shape [batch, history, symbols]; its output the probability of each symbol, shape [batch, symbols].
 */
export function layersModelJson(shape: KeyModelShape): object {
  const lstm = Array.from({ length: shape.layers }, (_, layer) => ({
    class_name: 'LSTM',
    config: {
      name: layerName(layer),
      ...(layer === 0 ? { batch_input_shape: [null, shape.history, shape.symbols] } : {}),
      units: shape.units,
      activation: 'tanh',
      recurrent_activation: 'sigmoid',
      use_bias: true,
      return_sequences: layer < shape.layers - 1,
      // The weights file replaces what initializers make; the default, orthogonal, takes a minute for large layers.
      recurrent_initializer: { class_name: 'Zeros', config: {} },
    },
  }));
  const dense = {
    class_name: 'Dense',
    config: { name: 'next_symbol', units: shape.symbols, activation: 'softmax', use_bias: true },
  };
  return {
    format: 'layers-model',
    generatedBy: 'Deeplog',
    convertedBy: null,
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'deeplog', layers: [...lstm, dense] },
      keras_version: '2.15.0',
      backend: 'tensorflow',
    },
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs(shape) }],
  };
}

/** Little-endian float32 values in the order of {@link weightSpecs}. */
export function packWeights(weights: KeyModelWeights): Uint8Array<ArrayBuffer> {
  const parts = [
    ...weights.lstm.flatMap(({ kernel, recurrent, bias }) => [kernel, recurrent, bias]),
    weights.dense.kernel,
    weights.dense.bias,
  ];
  const view = new DataView(new ArrayBuffer(4 * parts.reduce((sum, part) => sum + part.length, 0)));
  let offset = 0;
  for (const part of parts) {
    for (const value of part) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
  }
  return new Uint8Array(view.buffer);
}

/** @returns undefined where the bytes are not exactly the finite weights of this shape */
export function unpackWeights(shape: KeyModelShape, bytes: Uint8Array): KeyModelWeights | undefined {
  if (bytes.length !== 4 * weightCount(shape)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  if (!values.every(isPlausible)) return undefined;
  const sizes = weightSpecs(shape).map(sizeOf);
  const take = (index: number) => {
    const from = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
    return values.slice(from, from + (sizes[index] ?? 0));
  };
  const lstm = Array.from({ length: shape.layers }, (_, layer) => ({
    kernel: take(3 * layer),
    recurrent: take(3 * layer + 1),
    bias: take(3 * layer + 2),
  }));
  const dense = { kernel: take(3 * shape.layers), bias: take(3 * shape.layers + 1) };
  return { shape, lstm, dense };
}

/** A trained weight stays far below this; larger ones are damage or an attack. */
const LARGEST_WEIGHT = 1e4;
const isPlausible = (value: number) => Math.abs(value) < LARGEST_WEIGHT;
