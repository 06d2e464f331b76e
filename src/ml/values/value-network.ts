import * as tf from '@tensorflow/tfjs-core';
import type { Carried, StepState } from '../kernels/level-kernels.ts';
import type { Parameters } from '../parameters.ts';
import { affine, productNT, productTN } from '../product.ts';
import { type LoadedWindows, levelOfStep } from './loaded-windows.ts';
import { namedParameters, type ValueParameters } from './value-parameters.ts';

/** The vector that is expected next, shape [n, values]. Tidies up after itself. */
export function expectedNext(parameters: Parameters, windows: LoadedWindows): tf.Tensor2D {
  return tf.tidy(() => {
    const weights = namedParameters(parameters);
    const trace = forward(weights, windows);
    return affine(last(trace).hidden, weights.denseKernel, weights.denseBias);
  });
}

/**
 * Mean squared error and its gradients, by back-propagation through time. Tidies up after itself.
 *
 * @param targets shape [n, values]
 * @param weight shape [n, values]: of each squared error
 */
export function squaredError(
  parameters: Parameters,
  windows: LoadedWindows,
  targets: tf.Tensor2D,
  weight: tf.Tensor2D,
): { loss: tf.Scalar; gradients: tf.Tensor[] } {
  return tf.tidy(() => {
    const weights = namedParameters(parameters);
    const trace = forward(weights, windows);
    const { hidden } = last(trace);
    const error = tf.sub<tf.Tensor2D>(affine(hidden, weights.denseKernel, weights.denseBias), targets);
    const weighted = tf.mul<tf.Tensor2D>(error, weight);
    const loss = tf.sum<tf.Scalar>(tf.mul(error, weighted));
    const dOutput = tf.mul<tf.Tensor2D>(weighted, 2);
    const inner = backward(weights, windows, trace, productNT(dOutput, weights.denseKernel));
    return { loss, gradients: [...inner, productTN(hidden, dOutput), tf.sum(dOutput, 0)] };
  });
}

function last(trace: readonly StepState[]): StepState {
  const state = trace.at(-1);
  if (!state) throw new RangeError('a regression needs a history of at least one vector');
  return state;
}

function forward({ embedding, kernel, recurrent }: ValueParameters, windows: LoadedWindows): StepState[] {
  const own = tf.matMul(windows.series, embedding);
  const trace: StepState[] = [];
  for (const [step, input] of windows.steps.entries()) {
    const above = trace.at(-1);
    const carried = above && { preactivation: tf.matMul<tf.Tensor2D>(above.hidden, recurrent), cell: above.cell };
    const rows = tf.add<tf.Tensor2D>(tf.matMul(input, kernel), own);
    trace.push(levelOfStep(windows, step).forward({ rows, rowsAre: 'nodes', carried }));
  }
  return trace;
}

/** @returns gradients of embedding, kernel and recurrent kernel */
function backward(
  { kernel, recurrent }: ValueParameters,
  windows: LoadedWindows,
  trace: readonly StepState[],
  dTop: tf.Tensor2D,
): tf.Tensor[] {
  let dHidden = dTop;
  let carried: Carried | undefined;
  let dRows: tf.Tensor2D | undefined;
  let dKernel: tf.Tensor2D = tf.zerosLike(kernel);
  let dRecurrent: tf.Tensor2D = tf.zerosLike(recurrent);
  for (const [step, state] of [...trace.entries()].reverse()) {
    const [above, input] = [trace[step - 1], windows.steps[step]];
    if (!input) throw new RangeError(`step ${step} has no input`);
    const done = levelOfStep(windows, step).backward(state, above, { hidden: dHidden, cell: carried?.cell });
    dRows = dRows ? tf.add(dRows, done.rows) : done.rows;
    dKernel = tf.add(dKernel, productTN(input, done.rows));
    carried = done.carried;
    if (!above || !carried) break;
    dRecurrent = tf.add(dRecurrent, productTN(above.hidden, carried.preactivation));
    dHidden = productNT(carried.preactivation, recurrent);
  }
  if (!dRows) throw new RangeError('a regression needs a history of at least one vector');
  return [productTN(windows.series, dRows), dKernel, dRecurrent];
}
