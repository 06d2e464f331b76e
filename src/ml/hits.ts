import * as tf from '@tensorflow/tfjs-core';

/**
 * The weight of the successors that are among the likeliest symbols; ties count against a symbol, as in its rank. Tidies up after
 * itself.
 *
 * @param scores shape [n, symbols]
 * @param targets shape [n, symbols]: the weight of each successor
 * @param candidates g: how many symbols are the likeliest
 */
export function hitsOf(scores: tf.Tensor2D, targets: tf.Tensor2D, candidates: number): tf.Scalar {
  return tf.tidy(() => {
    if (candidates >= scores.shape[1]) return tf.sum<tf.Scalar>(targets);
    const likeliest = tf.topk(scores, candidates + 1).values;
    const next = tf.slice(likeliest, [0, candidates], [-1, 1]);
    return tf.sum<tf.Scalar>(tf.mul(targets, tf.cast(tf.greater(scores, next), 'float32')));
  });
}
