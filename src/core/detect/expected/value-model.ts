/** Vectors before an event that the network sees. */
export const VALUE_HISTORY = 10;

/** Shape of the regression: one LSTM of `units` over the last `history` vectors of a series, for all series together. */
export interface ValueModelShape {
  /** Number of series: each has a bias of the gates of its own, its embedding. */
  readonly series: number;
  /** Numbers in a vector; series with fewer leave the last ones 0. */
  readonly values: number;
  readonly history: number;
  readonly units: number;
}

/** Gates in Keras order: input, forget, cell, output. */
export interface ValueModelWeights {
  readonly shape: ValueModelShape;
  /** Shape [series, 4 units]. */
  readonly embedding: Float32Array;
  /** Shape [values, 4 units]. */
  readonly kernel: Float32Array;
  /** Shape [units, 4 units]. */
  readonly recurrent: Float32Array;
  /** Shape [units, values]. */
  readonly denseKernel: Float32Array;
  /** Shape [values]. */
  readonly denseBias: Float32Array;
}

/** Vectors that came one after another, standardised and at most 4 from 0. */
export interface ValueWindows {
  /** Shape [n]. */
  readonly series: Int32Array;
  /** Shape [n, history, values], the oldest first; 0 where a line had none. */
  readonly inputs: Float32Array;
}

/** Windows with the vector that followed. */
export interface ValueRows extends ValueWindows {
  /** Shape [n, values]; NaN where there is nothing to learn. */
  readonly targets: Float32Array;
}

export interface ValueTraining {
  readonly series: number;
  readonly values: number;
  readonly history: number;
  readonly training: ValueRows;
  /** Of sessions that the network does not learn from. */
  readonly heldOut: ValueRows;
}

export interface TrainedValues {
  readonly weights: ValueModelWeights;
  /** Shape of the held-out targets. */
  readonly heldOut: Float32Array;
}
