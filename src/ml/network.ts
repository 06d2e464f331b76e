import * as tf from '@tensorflow/tfjs';
import { backward } from './backward.ts';
import { forward, topHidden } from './forward.ts';
import type { LevelKernels } from './kernels/level-kernels.ts';
import { flattenParameters, type NamedParameters, nameParameters, type Parameters } from './parameters.ts';
import { affine, productNT, productTN } from './product.ts';

/**
 * Scores of every symbol as the next one, before the softmax. Tidies up after itself.
 *
 * @param levels of a prefix tree with n leaves
 * @returns shape [n, symbols]
 */
export function logits(parameters: Parameters, levels: readonly LevelKernels[]): tf.Tensor2D {
  return tf.tidy(() => {
    const named = nameParameters(parameters);
    return denseLayer(named, topHidden(forward(named.layers, levels)));
  });
}

/** The gradients stand in the order of the parameters. */
type LossAndGradients = { loss: tf.Scalar; gradients: tf.Tensor[] };

/**
 * Cross-entropy of the successors and its gradient, by back-propagation through time over the prefix tree: a node's gradient is
 * the sum over its children, so each shared prefix is visited once. Tidies up after itself.
 *
 * @param targets shape [n, symbols]: the weight of each successor of each window; the loss is the weighted sum
 */
export function lossAndGradients(
  parameters: Parameters,
  levels: readonly LevelKernels[],
  targets: tf.Tensor2D,
): LossAndGradients {
  return tf.tidy(() => {
    const named = nameParameters(parameters);
    const trace = forward(named.layers, levels);
    const hidden = topHidden(trace);
    const [loss, dLogits] = crossEntropy(denseLayer(named, hidden), targets);
    const dense = { kernel: productTN(hidden, dLogits), bias: tf.sum<tf.Tensor1D>(dLogits, 0) };
    const layers = backward(named.layers, levels, trace, productNT(dLogits, named.dense.kernel));
    return { loss, gradients: flattenParameters({ layers, dense }) };
  });
}

/** The loss of {@link lossAndGradients} alone. Tidies up after itself. */
export function lossOnly(parameters: Parameters, levels: readonly LevelKernels[], targets: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => weightedLoss(tf.logSoftmax(logits(parameters, levels)), targets));
}

function denseLayer({ dense }: NamedParameters, hidden: tf.Tensor2D): tf.Tensor2D {
  return affine(hidden, dense.kernel, dense.bias);
}

function weightedLoss(logProbabilities: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  return tf.neg(tf.sum(tf.mul(logProbabilities, targets)));
}

/** Loss and its gradient at the scores. */
function crossEntropy(scores: tf.Tensor2D, targets: tf.Tensor2D): [tf.Scalar, tf.Tensor2D] {
  const logProbabilities = tf.logSoftmax(scores);
  const weights = tf.sum(targets, 1, true);
  const gradient = tf.sub<tf.Tensor2D>(tf.mul(tf.exp(logProbabilities), weights), targets);
  return [weightedLoss(logProbabilities, targets), gradient];
}
