import type {
  Backend,
  BackendChoice,
  EpochLog,
  KeyModelWeights,
  TrainedKeyModel,
  TrainingOptions,
} from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

/** The model thread: the only one that loads tfjs. */
export interface ModelApi {
  choose(override: Backend | 'auto'): Promise<BackendChoice>;
  train(
    training: WindowSet,
    validation: WindowSet,
    options: TrainingOptions,
    onEpoch: (log: EpochLog) => void,
  ): Promise<TrainedKeyModel>;
  /** Ends training after the pass that is running; `train` then resolves with what was learnt. */
  stop(): Promise<void>;
  pause(paused: boolean): Promise<void>;
  /** Loads weights for `predict`. */
  load(weights: KeyModelWeights): Promise<void>;
  /** Probability of each symbol after each window: shape [rows, symbols]. */
  predict(windows: Int32Array): Promise<Float32Array>;
}
