import type { Nats } from '../base/units.ts';

/** Shape of the network: `layers` stacked LSTMs of `units` over one-hot symbols, then a dense softmax over the symbols. */
export interface KeyModelShape {
  readonly symbols: number;
  readonly history: number;
  readonly units: number;
  readonly layers: number;
}

/**
 * Weights on the CPU side, in Keras order so that stock tfjs loads them: gates are input, forget, cell, output.
 * For layer l: `kernel` [in, 4 units], `recurrent` [units, 4 units], `bias` [4 units]; `in` is `symbols` for l = 0, else `units`.
 */
export interface KeyModelWeights {
  readonly shape: KeyModelShape;
  readonly lstm: readonly LstmWeights[];
  readonly dense: { readonly kernel: Float32Array; readonly bias: Float32Array };
}

export interface LstmWeights {
  readonly kernel: Float32Array;
  readonly recurrent: Float32Array;
  readonly bias: Float32Array;
}

/** Beyond so many symbols the scores of all of them would take most of the time of an update. */
const MOST_EXACT = 2000;

/** Whether training scores all symbols after each window, or a sample of them; for detection all are scored. */
export function softmaxOf(symbols: number): 'exact' | 'sampled' {
  return symbols > MOST_EXACT ? 'sampled' : 'exact';
}

export const BACKENDS = ['webgl', 'wasm', 'cpu'] as const;
export type Backend = (typeof BACKENDS)[number];

export interface BackendChoice {
  readonly backend: Backend;
  /** One sentence for the person: what was measured or asked for. */
  readonly reason: string;
}

/** g as DeepLog has it (section 5.1): what accuracy is measured with, whatever the threshold. */
export const ACCURACY_CANDIDATES = 9;

/** One pass over all training windows. */
export interface EpochLog {
  /** Counts from 1. */
  readonly epoch: number;
  /** Mean over all training events, each batch of them before its update. */
  readonly trainLoss: Nats;
  /** Mean over the validation events; NaN where there are none. */
  readonly validationLoss: Nats;
  /** Share of the validation events that were among the {@link ACCURACY_CANDIDATES} likeliest; undefined where it was not measured. */
  readonly accuracy?: number | undefined;
  readonly seconds: number;
}

export interface TrainingOptions {
  readonly units: number;
  readonly layers: number;
  /** At most this many passes; early stopping may end before. */
  readonly epochs: number;
  /** Passes without a lower validation loss until the learning rate falls; after the last fall training stops. */
  readonly patience: number;
  readonly learningRate: number;
  readonly seed: number;
}

export type TrainingEnd = 'epochs' | 'early-stop' | 'stopped' | 'diverged';

export interface TrainedKeyModel {
  /** Those of the epoch with the lowest validation loss. */
  readonly weights: KeyModelWeights;
  readonly epochs: readonly EpochLog[];
  readonly bestEpoch: number;
  readonly end: TrainingEnd;
  readonly backend: BackendChoice;
  readonly seed: number;
}
