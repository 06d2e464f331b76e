import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { PrefixLevel } from '../../core/sequence/prefix-tree.ts';

/**
 * The steps of an LSTM layer that stock tfjs does slowly, for one level of a prefix tree. Below, n is the number of nodes of the
 * level, m of the level above, u the units; gates stand in Keras order: input, forget, cell, output.
 */
export interface LevelKernels {
  /** n. */
  readonly size: number;
  /** One LSTM step of every node. */
  forward(inputs: StepInputs): StepState;
  /**
   * Gradients of {@link forward}.
   *
   * @param above state of the level above; absent in the first level
   */
  backward(state: StepState, above: StepState | undefined, gradient: StepGradient): StepBackward;
  /**
   * Adds the rows of nodes to those of the symbols they end with: the gradient of picking rows from a table.
   *
   * @param sums shape [symbols, w]; only to be disposed afterwards, since its values may be changed
   * @param rows shape [n, w]
   * @returns shape [symbols, w]
   */
  addBySymbol(sums: Tensor2D, rows: Tensor2D): Tensor2D;
  /** Sum over all rows, shape [w]. */
  sumRows(rows: Tensor2D): Tensor1D;
  dispose(): void;
}

export type StepInputs = {
  /** Bias and input's part of the pre-activations: [symbols, 4u], a row for each symbol, or [n, 4u], a row for each node. */
  readonly rows: Tensor2D;
  readonly rowsAre: 'symbols' | 'nodes';
  /** The state of the nodes above; absent in the first level. */
  readonly carried?: Carried | undefined;
};

export type Carried = {
  /** Their hidden state times the recurrent kernel: [m, 4u]. */
  readonly preactivation: Tensor2D;
  /** [m, u]. */
  readonly cell: Tensor2D;
};

export type StepState = {
  /** [n, u]. */
  readonly hidden: Tensor2D;
  /** [n, u]. */
  readonly cell: Tensor2D;
  /** What the backend's own backward step needs again. */
  readonly saved: Tensor2D[];
};

export type StepGradient = {
  /** [n, u]. */
  readonly hidden: Tensor2D;
  /** [n, u]; absent in the last level. */
  readonly cell?: Tensor2D | undefined;
};

export type StepBackward = {
  /** At the pre-activations: [n, 4u]. */
  readonly rows: Tensor2D;
  /** At {@link StepInputs.carried}, summed over the children of each node above; absent in the first level. */
  readonly carried?: Carried | undefined;
};

export interface KernelShape {
  readonly symbols: number;
  readonly units: number;
}

/** A backend's kernels for a level: uploads what they need of it. */
export type LoadLevel = (level: PrefixLevel, shape: KernelShape) => LevelKernels;
