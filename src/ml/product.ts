import * as tf from '@tensorflow/tfjs-core';

/** `x` times `kernel`, plus `bias` to each row. */
export function affine(x: tf.Tensor2D, kernel: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor2D {
  return tf.fused.matMul({ a: x, b: kernel, bias }) as tf.Tensor2D;
}

/** Transposed `a` times `b`. */
export function productTN(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  return transposesFirst() ? tf.matMul(tf.transpose(a), b) : tf.matMul(a, b, true, false);
}

/** `a` times transposed `b`. */
export function productNT(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  return transposesFirst() ? tf.matMul(a, tf.transpose(b)) : tf.matMul(a, b, false, true);
}

/** The wasm backend multiplies ten times faster when no operand is marked as transposed. */
function transposesFirst(): boolean {
  return tf.getBackend() === 'wasm';
}
