import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../core/base/random.ts';
import type { KeyModelShape, KeyModelWeights } from '../core/sequence/key-model.ts';

/** Kernel, recurrent kernel and bias of each layer, then kernel and bias of the dense layer. */
export type Parameters = readonly tf.Tensor[];

export type LayerParameters = {
  readonly kernel: tf.Tensor2D;
  readonly recurrent: tf.Tensor2D;
  readonly bias: tf.Tensor1D;
};

export type DenseParameters = { readonly kernel: tf.Tensor2D; readonly bias: tf.Tensor1D };

type NamedParameters = {
  readonly layers: readonly LayerParameters[];
  readonly dense: DenseParameters;
};

/** The number of tensors a layer has in {@link Parameters}. */
const PER_LAYER = 3;

export function nameParameters(parameters: Parameters): NamedParameters {
  const at = <T extends tf.Tensor>(index: number): T => {
    const tensor = parameters[index];
    if (!tensor) throw new RangeError(`no parameter ${index} of ${parameters.length}`);
    return tensor as T;
  };
  const layers = Math.floor(parameters.length / PER_LAYER);
  return {
    layers: Array.from({ length: layers }, (_, layer) => ({
      kernel: at(PER_LAYER * layer),
      recurrent: at(PER_LAYER * layer + 1),
      bias: at(PER_LAYER * layer + 2),
    })),
    dense: { kernel: at(PER_LAYER * layers), bias: at(PER_LAYER * layers + 1) },
  };
}

export function flattenParameters({ layers, dense }: NamedParameters): tf.Tensor[] {
  return [...layers.flatMap(({ kernel, recurrent, bias }) => [kernel, recurrent, bias]), dense.kernel, dense.bias];
}

/** Shape of every parameter. */
function parameterShapes({ symbols, units, layers }: KeyModelShape): number[][] {
  const lstm = Array.from({ length: layers }, (_, layer): number[][] => [
    [layer === 0 ? symbols : units, 4 * units],
    [units, 4 * units],
    [4 * units],
  ]);
  return [...lstm.flat(), [units, symbols], [symbols]];
}

/**
 * Weights to start from. The forget bias is 1, so that a cell remembers from the start. The input row of a symbol that no training
 * window contains stays zero, as it never gets a gradient: such a symbol is a neutral input.
 *
 * @param seen for each symbol, whether a training window contains it
 */
export function initialWeights(shape: KeyModelShape, seen: readonly boolean[], seed: number): KeyModelWeights {
  const { symbols, units, layers } = shape;
  const random = createRandom(seed);
  const normal = (size: number, deviation: number): Float32Array =>
    Float32Array.from({ length: size }, () => random.normal() * deviation);
  const deviation = 1 / Math.sqrt(units);
  const lstm = Array.from({ length: layers }, (_, layer) => {
    const kernel = layer === 0 ? normal(symbols * 4 * units, ONE_HOT_DEVIATION) : normal(4 * units * units, deviation);
    return { kernel, recurrent: normal(4 * units * units, deviation), bias: forgetBias(units) };
  });
  for (let symbol = 0; symbol < symbols; symbol++) {
    if (!seen[symbol]) lstm[0]?.kernel.fill(0, symbol * 4 * units, (symbol + 1) * 4 * units);
  }
  return { shape, lstm, dense: { kernel: normal(units * symbols, deviation), bias: new Float32Array(symbols) } };
}

/** Only one row of a one-hot input counts at a time, so its spread does not depend on the number of symbols. */
const ONE_HOT_DEVIATION = 0.3;

function forgetBias(units: number): Float32Array {
  return new Float32Array(4 * units).fill(1, units, 2 * units);
}

/** The arrays of weights in the order of {@link Parameters}. */
export function weightArrays({ lstm, dense }: KeyModelWeights): Float32Array[] {
  return [...lstm.flatMap(({ kernel, recurrent, bias }) => [kernel, recurrent, bias]), dense.kernel, dense.bias];
}

/**
 * Copies weights to the current backend.
 *
 * @throws RangeError if an array does not have the length its shape asks for
 */
export function uploadWeights(weights: KeyModelWeights): Parameters {
  return uploadArrays(weightArrays(weights), weights.shape);
}

/** As {@link uploadWeights}, from arrays in the order of {@link Parameters}. */
export function uploadArrays(arrays: readonly Float32Array[], shape: KeyModelShape): Parameters {
  const shapes = parameterShapes(shape);
  if (arrays.length !== shapes.length) throw new RangeError(`${arrays.length} weights, ${shapes.length} expected`);
  return shapes.map((dimensions, index) => {
    const [array, expected] = [arrays[index] ?? new Float32Array(), tf.util.sizeFromShape(dimensions)];
    if (array.length !== expected) throw new RangeError(`weight ${index} has ${array.length} numbers, not ${expected}`);
    // The cpu backend would keep the caller's array itself.
    return tf.tensor(array.slice(), dimensions);
  });
}

/** Copies tensors back from the backend. */
export function downloadArrays(parameters: Parameters): Float32Array[] {
  return parameters.map((tensor) => Float32Array.from(tensor.dataSync()));
}

/** Arrays in the order of {@link Parameters} by their names. */
export function nameArrays(arrays: readonly Float32Array[], shape: KeyModelShape): KeyModelWeights {
  const at = (index: number): Float32Array => arrays[index] ?? new Float32Array();
  return {
    shape,
    lstm: Array.from({ length: shape.layers }, (_, layer) => ({
      kernel: at(PER_LAYER * layer),
      recurrent: at(PER_LAYER * layer + 1),
      bias: at(PER_LAYER * layer + 2),
    })),
    dense: { kernel: at(PER_LAYER * shape.layers), bias: at(PER_LAYER * shape.layers + 1) },
  };
}
