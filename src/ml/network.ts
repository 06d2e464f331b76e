import * as tf from '@tensorflow/tfjs-core';
import type { Nats } from '../core/base/units.ts';
import { backward } from './backward.ts';
import type { Candidates } from './candidates.ts';
import { forward, topHidden } from './forward.ts';
import { hitsOf } from './hits.ts';
import type { LevelKernels } from './kernels/level-kernels.ts';
import { type DenseParameters, flattenParameters, nameParameters, type Parameters } from './parameters.ts';
import { affine, productNT, productTN } from './product.ts';

/**
 * Scores of every symbol as the next one, before the softmax. Tidies up after itself.
 *
 * @param levels of a prefix tree with n leaves
 * @returns shape [n, symbols]
 */
export function logits(parameters: Parameters, levels: readonly LevelKernels[]): tf.Tensor2D {
  return tf.tidy(() => {
    const { layers, dense } = nameParameters(parameters);
    return affine(topHidden(forward(layers, levels)), dense.kernel, dense.bias);
  });
}

/** A loss and its gradient, by the scores and the weight of each successor, shapes [n, candidates]. */
export type LossOfScores = (scores: tf.Tensor2D, targets: tf.Tensor2D) => [tf.Scalar, tf.Tensor2D];

/** The gradients stand in the order of the parameters. */
type LossAndGradients = { loss: tf.Scalar; gradients: tf.Tensor[] };

/**
 * Cross-entropy of the successors and its gradient, by back-propagation through time over the prefix tree: a node's gradient is
 * the sum over its children, so each shared prefix is visited once. Tidies up after itself.
 *
 * @param targets shape [n, candidates]: the weight of each successor of each window; the loss is the weighted sum
 * @param candidates the symbols under the softmax; all where it is left out
 * @param lossOf the loss and its gradient at the scores; cross-entropy where it is left out
 */
export function lossAndGradients(
  parameters: Parameters,
  levels: readonly LevelKernels[],
  targets: tf.Tensor2D,
  candidates?: Candidates,
  lossOf: LossOfScores = crossEntropy,
): LossAndGradients {
  return tf.tidy(() => {
    const { layers, dense } = nameParameters(parameters);
    const output = candidates ? pickColumns(dense, candidates) : dense;
    const trace = forward(layers, levels);
    const hidden = topHidden(trace);
    const [loss, dLogits] = lossOf(affine(hidden, output.kernel, output.bias), targets);
    const dOutput = { kernel: productTN(hidden, dLogits), bias: tf.sum<tf.Tensor1D>(dLogits, 0) };
    const dLayers = backward(layers, levels, trace, productNT(dLogits, output.kernel));
    const dDense = candidates ? putColumnsBack(dOutput, candidates) : dOutput;
    return { loss, gradients: flattenParameters({ layers: dLayers, dense: dDense }) };
  });
}

/**
 * The loss of {@link lossAndGradients} alone, and the weight of the successors among the likeliest symbols. Tidies up after itself.
 *
 * @param candidates how many symbols are the likeliest
 */
export function lossAndHits(
  parameters: Parameters,
  levels: readonly LevelKernels[],
  targets: tf.Tensor2D,
  candidates: number,
): { loss: tf.Scalar; hits: tf.Scalar } {
  return tf.tidy(() => {
    const scores = logits(parameters, levels);
    return { loss: weightedLoss(tf.logSoftmax(scores), targets), hits: hitsOf(scores, targets, candidates) };
  });
}

function weightedLoss(logProbabilities: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  return tf.neg(tf.sum(tf.mul(logProbabilities, targets)));
}

/**
 * A loss that makes successors less likely, down to a bound: what is less likely than that has no loss and no gradient, so that
 * unlearning cannot run away.
 *
 * @param bound surprise beyond which a successor is unlikely enough
 * @see Du, Chen, Liu, Oak and Song, "Lifelong anomaly detection through unlearning", CCS 2019
 */
export function boundedUnlearning(bound: Nats): LossOfScores {
  return (scores, targets) => {
    const logProbabilities = tf.logSoftmax(scores);
    const unwanted = tf.mul<tf.Tensor2D>(targets, tf.cast(tf.greater(logProbabilities, -bound), 'float32'));
    const room = tf.add(logProbabilities, tf.scalar(bound));
    const weights = tf.sum(unwanted, 1, true);
    const gradient = tf.sub<tf.Tensor2D>(unwanted, tf.mul(tf.exp(logProbabilities), weights));
    return [tf.sum<tf.Scalar>(tf.mul(room, unwanted)), gradient];
  };
}

/** Loss and its gradient at the scores. */
function crossEntropy(scores: tf.Tensor2D, targets: tf.Tensor2D): [tf.Scalar, tf.Tensor2D] {
  const logProbabilities = tf.logSoftmax(scores);
  const weights = tf.sum(targets, 1, true);
  const gradient = tf.sub<tf.Tensor2D>(tf.mul(tf.exp(logProbabilities), weights), targets);
  return [weightedLoss(logProbabilities, targets), gradient];
}

/** The dense layer's part for the candidates; the bias says how many symbols each stands for. */
function pickColumns({ kernel, bias }: DenseParameters, { symbols, logWeight }: Candidates): DenseParameters {
  const columns = tf.tensor1d(symbols, 'int32');
  return {
    kernel: tf.gather(kernel, columns, 1),
    bias: tf.add(tf.gather(bias, columns), tf.tensor1d(logWeight)),
  };
}

/** Gradients of the whole dense layer: zero for symbols that were no candidates. */
function putColumnsBack({ kernel, bias }: DenseParameters, { columnOf }: Candidates): DenseParameters {
  const from = tf.tensor1d(columnOf, 'int32');
  const [units] = kernel.shape;
  return {
    kernel: tf.gather(tf.concat([kernel, tf.zeros([units, 1])], 1), from, 1),
    bias: tf.gather(tf.concat([bias, tf.zeros([1])]), from),
  };
}
