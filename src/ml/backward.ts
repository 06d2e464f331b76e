import * as tf from '@tensorflow/tfjs-core';
import type { Trace } from './forward.ts';
import type { Carried, LevelKernels, StepBackward, StepState } from './kernels/level-kernels.ts';
import type { LayerParameters } from './parameters.ts';
import { productNT, productTN } from './product.ts';

/** What a level hands to the one above, by layer. */
type Flow = {
  /** Gradients at the states of the level above; undefined below the last level. */
  carried: (Carried | undefined)[];
  /** Gradients of the parameters, summed over the levels so far. */
  sums: LayerParameters[];
};

/**
 * Back-propagation through time: from the leaves of the prefix tree to its root, each node's gradient the sum over its children.
 *
 * @param dTop gradient at the top layer's hidden states of the last level, shape [n, units]
 * @returns gradients of the parameters, by layer
 */
export function backward(
  layers: readonly LayerParameters[],
  levels: readonly LevelKernels[],
  trace: Trace,
  dTop: tf.Tensor2D,
): LayerParameters[] {
  let flow: Flow = { carried: layers.map(() => undefined), sums: layers.map(zeros) };
  let dHidden: tf.Tensor2D | undefined = dTop;
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const [level, states, above, below, dLeaves] = [levels[depth], trace[depth], trace[depth - 1], flow, dHidden];
    if (!level || !states) throw new RangeError(`level ${depth} was not run forward`);
    flow = tf.tidy(() => levelBackward(layers, level, states, above, below, dLeaves));
    tf.dispose(below);
    dHidden = undefined;
  }
  return flow.sums;
}

function levelBackward(
  layers: readonly LayerParameters[],
  level: LevelKernels,
  states: readonly StepState[],
  above: readonly StepState[] | undefined,
  below: Flow,
  dLeaves: tf.Tensor2D | undefined,
): Flow {
  const flow: Flow = { carried: [...below.carried], sums: [...below.sums] };
  let dHidden = dLeaves;
  for (const [layer, parameters] of [...layers.entries()].reverse()) {
    const [state, input, sum] = [states[layer], states[layer - 1], below.sums[layer]];
    if (!state || !sum) throw new RangeError(`layer ${layer} was not run forward`);
    const carried = below.carried[layer];
    const hidden = hiddenGradient(dHidden, carried, parameters);
    const step = level.backward(state, above?.[layer], { hidden, cell: carried?.cell });
    flow.carried[layer] = step.carried;
    flow.sums[layer] = addGradients(sum, level, state, input, carried, step);
    dHidden = input && productNT(step.rows, parameters.kernel);
  }
  return flow;
}

/** A hidden state feeds the layer on top of it and its children. */
function hiddenGradient(
  fromTop: tf.Tensor2D | undefined,
  carried: Carried | undefined,
  { recurrent }: LayerParameters,
): tf.Tensor2D {
  const fromChildren = carried && productNT(carried.preactivation, recurrent);
  if (fromTop && fromChildren) return tf.add(fromTop, fromChildren);
  const only = fromTop ?? fromChildren;
  if (!only) throw new RangeError('no gradient reaches this state');
  return only;
}

/** @param input state of the layer below; absent in the first layer */
function addGradients(
  sum: LayerParameters,
  level: LevelKernels,
  state: StepState,
  input: StepState | undefined,
  carried: Carried | undefined,
  { rows }: StepBackward,
): LayerParameters {
  return {
    kernel: input ? tf.add(sum.kernel, productTN(input.hidden, rows)) : level.addBySymbol(sum.kernel, rows),
    // A copy, because the sum so far is disposed once this level is done.
    recurrent: carried ? tf.add(sum.recurrent, productTN(state.hidden, carried.preactivation)) : sum.recurrent.clone(),
    bias: tf.add(sum.bias, level.sumRows(rows)),
  };
}

function zeros({ kernel, recurrent, bias }: LayerParameters): LayerParameters {
  return { kernel: tf.zerosLike(kernel), recurrent: tf.zerosLike(recurrent), bias: tf.zerosLike(bias) };
}
