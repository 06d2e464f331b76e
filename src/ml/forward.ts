import * as tf from '@tensorflow/tfjs-core';
import type { LevelKernels, StepInputs, StepState } from './kernels/level-kernels.ts';
import type { LayerParameters } from './parameters.ts';
import { affine } from './product.ts';

/** States by level, then layer: what the backward pass needs of the forward pass. */
export type Trace = readonly (readonly StepState[])[];

/** Runs the LSTM layers down the levels of a prefix tree. */
export function forward(layers: readonly LayerParameters[], levels: readonly LevelKernels[]): Trace {
  const trace: StepState[][] = [];
  const table = symbolTable(layers);
  for (const [depth, level] of levels.entries()) {
    const states: StepState[] = [];
    for (const [layer, parameters] of layers.entries()) {
      const below = states[layer - 1];
      const above = trace[depth - 1]?.[layer];
      states.push(tf.tidy(() => level.forward(stepInputs(parameters, table, below, above))));
    }
    trace.push(states);
  }
  table.dispose();
  return trace;
}

/** The hidden states the dense layer reads: shape [n, units]. */
export function topHidden(trace: Trace): tf.Tensor2D {
  const state = trace.at(-1)?.at(-1);
  if (!state) throw new RangeError('a key model needs a layer and windows of at least one symbol');
  return state.hidden;
}

/** A one-hot input picks a row of the first kernel; the bias is added to all rows once. */
function symbolTable([first]: readonly LayerParameters[]): tf.Tensor2D {
  if (!first) throw new RangeError('a key model needs a layer');
  return tf.add(first.kernel, first.bias);
}

function stepInputs(
  { kernel, recurrent, bias }: LayerParameters,
  table: tf.Tensor2D,
  below: StepState | undefined,
  above: StepState | undefined,
): StepInputs {
  return {
    rows: below ? affine(below.hidden, kernel, bias) : table,
    rowsAre: below ? 'nodes' : 'symbols',
    carried: above && { preactivation: tf.matMul(above.hidden, recurrent), cell: above.cell },
  };
}
