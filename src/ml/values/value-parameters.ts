import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../core/base/random.ts';
import type { ValueModelShape, ValueModelWeights } from '../../core/detect/expected/value-model.ts';
import type { Parameters } from '../parameters.ts';

/** The weights of a regression on a backend. */
export interface ValueParameters {
  /** Shape [series, 4 units]. */
  readonly embedding: tf.Tensor2D;
  /** Shape [values, 4 units]. */
  readonly kernel: tf.Tensor2D;
  /** Shape [units, 4 units]. */
  readonly recurrent: tf.Tensor2D;
  /** Shape [units, values]. */
  readonly denseKernel: tf.Tensor2D;
  /** Shape [values]. */
  readonly denseBias: tf.Tensor1D;
}

/** @param parameters in the order of {@link uploadValueWeights} */
export function namedParameters(parameters: Parameters): ValueParameters {
  const [embedding, kernel, recurrent, denseKernel, denseBias] = parameters;
  if (!embedding || !kernel || !recurrent || !denseKernel || !denseBias)
    throw new RangeError('a regression has 5 weights');
  return {
    embedding: embedding as tf.Tensor2D,
    kernel: kernel as tf.Tensor2D,
    recurrent: recurrent as tf.Tensor2D,
    denseKernel: denseKernel as tf.Tensor2D,
    denseBias: denseBias as tf.Tensor1D,
  };
}

/** Copies weights to the current backend. */
export function uploadValueWeights(weights: ValueModelWeights): tf.Tensor[] {
  const { series, values, units } = weights.shape;
  const tensor = (array: Float32Array, shape: number[]) => tf.tensor(array.slice(), shape);
  return [
    tensor(weights.embedding, [series, 4 * units]),
    tensor(weights.kernel, [values, 4 * units]),
    tensor(weights.recurrent, [units, 4 * units]),
    tensor(weights.denseKernel, [units, values]),
    tensor(weights.denseBias, [values]),
  ];
}

/** Copies them back. */
export function downloadValueWeights(parameters: Parameters, shape: ValueModelShape): ValueModelWeights {
  const tensors = namedParameters(parameters);
  const array = (tensor: tf.Tensor) => Float32Array.from(tensor.dataSync());
  return {
    shape,
    embedding: array(tensors.embedding),
    kernel: array(tensors.kernel),
    recurrent: array(tensors.recurrent),
    denseKernel: array(tensors.denseKernel),
    denseBias: array(tensors.denseBias),
  };
}

/** Series differ from the start. */
const EMBEDDING_DEVIATION = 0.3;

/** The forget bias is 1, so that a cell remembers from the start. */
export function initialValueWeights(shape: ValueModelShape, random: Random): ValueModelWeights {
  const { series, values, units } = shape;
  const normal = (size: number, deviation: number) =>
    Float32Array.from({ length: size }, () => random.normal() * deviation);
  const isForget = (at: number) => Math.floor((at % (4 * units)) / units) === 1;
  const embedding = normal(series * 4 * units, EMBEDDING_DEVIATION);
  return {
    shape,
    embedding: embedding.map((bias, at) => (isForget(at) ? 1 + bias : bias)),
    kernel: normal(values * 4 * units, 1 / Math.sqrt(values)),
    recurrent: normal(4 * units * units, 1 / Math.sqrt(units)),
    denseKernel: normal(units * values, 1 / Math.sqrt(units)),
    denseBias: new Float32Array(values),
  };
}
