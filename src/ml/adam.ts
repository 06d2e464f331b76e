import * as tf from '@tensorflow/tfjs-core';
import type { Parameters } from './parameters.ts';

const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
/** Written out, because tfjs's own optimiser takes 1e-4 on WebGL. */
const EPSILON = 1e-7;
const MAX_NORM = 5;

/** Parameters with the running moments of their gradients. Owns its tensors. */
export interface AdamState {
  /** Updates made. */
  readonly step: number;
  readonly parameters: Parameters;
  readonly first: Parameters;
  readonly second: Parameters;
}

/** Fresh moments around parameters, which then belong to the state. */
export function startAdam(parameters: Parameters): AdamState {
  const zeros = () => parameters.map((tensor) => tf.zerosLike(tensor));
  return { step: 0, parameters, first: zeros(), second: zeros() };
}

export function disposeAdam({ parameters, first, second }: AdamState): void {
  tf.dispose([...parameters, ...first, ...second]);
}

/**
 * One update by Adam with the gradients scaled down to a global norm of 5. Disposes the old state and the gradients.
 *
 * @see Kingma and Ba, "Adam", ICLR 2015, algorithm 1
 */
export function updateAdam(state: AdamState, gradients: Parameters, learningRate: number): AdamState {
  const step = state.step + 1;
  const rate = (learningRate * Math.sqrt(1 - SECOND_DECAY ** step)) / (1 - FIRST_DECAY ** step);
  // Epsilon belongs to the corrected second moment; scaled so, it can be added to the plain one.
  const epsilon = EPSILON * Math.sqrt(1 - SECOND_DECAY ** step);
  const updated = tf.tidy(() => {
    const factor = clipFactor(gradients);
    return gradients.map((gradient, index) => {
      const [parameter, first, second] = [state.parameters[index], state.first[index], state.second[index]];
      if (!parameter || !first || !second) throw new RangeError(`no moments for parameter ${index}`);
      const clipped = tf.mul(gradient, factor);
      const newFirst = decay(first, clipped, FIRST_DECAY);
      const newSecond = decay(second, tf.square(clipped), SECOND_DECAY);
      const change = tf.div(tf.mul(newFirst, rate), tf.add(tf.sqrt(newSecond), epsilon));
      return { parameter: tf.sub(parameter, change), first: newFirst, second: newSecond };
    });
  });
  disposeAdam(state);
  tf.dispose([...gradients]);
  return {
    step,
    parameters: updated.map(({ parameter }) => parameter),
    first: updated.map(({ first }) => first),
    second: updated.map(({ second }) => second),
  };
}

function decay(average: tf.Tensor, value: tf.Tensor, rate: number): tf.Tensor {
  return tf.add(tf.mul(average, rate), tf.mul(value, 1 - rate));
}

function clipFactor(gradients: Parameters): tf.Tensor {
  const norm = tf.sqrt(tf.addN(gradients.map((gradient) => tf.sum(tf.square(gradient)))));
  return tf.minimum(tf.scalar(1), tf.div(MAX_NORM, norm));
}
