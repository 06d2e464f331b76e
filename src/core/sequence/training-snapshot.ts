import type { EpochLog, KeyModelWeights, TrainedKeyModel, TrainingOptions } from './key-model.ts';
import type { WindowSet } from './window-set.ts';

/**
 * All that a training run needs to go on, between two updates, as if it had never stopped: bit for bit on the same windows and
 * backend. Plain data, which can be copied to another thread and stored.
 */
export interface TrainingSnapshot {
  readonly options: TrainingOptions;
  readonly windows: TrainingSize;
  readonly network: NetworkSnapshot;
  readonly progress: TrainingProgress;
}

/** What tells one training set from another, roughly. */
export interface TrainingSize {
  readonly symbols: number;
  readonly history: number;
  /** Distinct windows. */
  readonly count: number;
  readonly total: number;
}

/** Arrays stand in the order kernel, recurrent kernel and bias of each layer, then kernel and bias of the dense layer. */
export interface NetworkSnapshot {
  readonly parameters: readonly Float32Array[];
  /** Running moments of their gradients. */
  readonly first: readonly Float32Array[];
  readonly second: readonly Float32Array[];
  /** Updates made since the moments were zero. */
  readonly step: number;
  /** Weights of the best pass so far, if any. */
  readonly best: readonly Float32Array[] | undefined;
  /** Seed of the order of the batches in the running pass. */
  readonly passSeed: number;
  /** Updates made in the running pass. */
  readonly updates: number;
  /** Sum of the losses of these updates, in nats. */
  readonly lossSum: number;
}

export interface TrainingProgress {
  /** The passes that are done. */
  readonly epochs: readonly EpochLog[];
  /** 0 where there is none. */
  readonly bestEpoch: number;
  /** Passes that diverged. */
  readonly diverged: number;
  readonly schedule: ScheduleState;
}

/** Where the learning rate stands. */
export interface ScheduleState {
  /** Times that it has fallen. */
  readonly falls: number;
  /** Lowest loss so far, in nats. */
  readonly best: number;
  /** Passes since then or since the rate fell. */
  readonly waited: number;
}

/** Where the learning rate starts. */
export const FIRST_STAGE: ScheduleState = { falls: 0, best: Number.POSITIVE_INFINITY, waited: 0 };

export const NOTHING_DONE: TrainingProgress = { epochs: [], bestEpoch: 0, diverged: 0, schedule: FIRST_STAGE };

/** A run that begins with the weights of another one, on other windows. */
export function beginWith(
  { lstm, dense }: KeyModelWeights,
  set: WindowSet,
  options: TrainingOptions,
): TrainingSnapshot {
  const { symbols, history, count, total } = set;
  const layers = lstm.flatMap(({ kernel, recurrent, bias }) => [kernel, recurrent, bias]);
  const parameters = [...layers, dense.kernel, dense.bias];
  const zeros = parameters.map(({ length }) => new Float32Array(length));
  const moments = { first: zeros, second: zeros, step: 0, best: undefined };
  const pass = { passSeed: options.seed, updates: 0, lossSum: 0 };
  return {
    options,
    windows: { symbols, history, count, total },
    network: { parameters, ...moments, ...pass },
    progress: NOTHING_DONE,
  };
}

export interface TrainingResult {
  readonly model: TrainedKeyModel;
  /** Where training came to, from which it can go on. */
  readonly snapshot: TrainingSnapshot;
}
