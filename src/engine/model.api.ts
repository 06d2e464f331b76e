import type {
  TrainedValues,
  ValueModelWeights,
  ValueTraining,
  ValueWindows,
} from '../core/detect/expected/value-model.ts';
import type { ModelMemory } from '../core/report/model-memory.ts';
import type {
  Backend,
  BackendChoice,
  EpochLog,
  KeyModelWeights,
  TrainedKeyModel,
  TrainingOptions,
} from '../core/sequence/key-model.ts';
import type { LearningTask } from '../core/sequence/learning-task.ts';
import type { TrainingEvent } from '../core/sequence/training-event.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

/** The model thread: the only one that loads tfjs. */
export interface ModelApi {
  choose(override: Backend | 'auto'): Promise<BackendChoice>;
  /**
   * @param onEvent called with a snapshot now and then and at the end, and when the GPU was reset
   * @param from a snapshot of the same windows and options: training goes on from there, as if it had never stopped; behind the end
   *   of a run it goes on up to `options.epochs` passes in all
   */
  train(
    training: WindowSet,
    validation: WindowSet,
    options: TrainingOptions,
    onEpoch: (log: EpochLog) => void,
    onEvent?: (event: TrainingEvent) => void,
    from?: TrainingSnapshot,
  ): Promise<TrainedKeyModel>;
  /**
   * Learns to foretell the numbers of lines, in a bounded number of updates.
   *
   * @param onProgress called with the share that is done
   */
  trainValues(training: ValueTraining, seed: number, onProgress?: (share: number) => void): Promise<TrainedValues>;
  /** The vector that is expected after each window: shape [rows, values]. */
  predictValues(weights: ValueModelWeights, windows: ValueWindows): Promise<Float32Array>;
  /** Ends training after the pass that is running; `train` then resolves with what was learnt. */
  stop(): Promise<void>;
  pause(paused: boolean): Promise<void>;
  /** What the thread holds now. */
  memory(): Promise<ModelMemory>;
  /** Loads weights for `predict`. */
  load(weights: KeyModelWeights): Promise<void>;
  /** Probability of each symbol after each window: shape [rows, symbols]. */
  predict(windows: Int32Array): Promise<Float32Array>;
  /**
   * Goes on from trained weights by a few small steps.
   *
   * @param onProgress called with the share that is done
   * @returns new weights; nothing that is loaded changes
   */
  learn(weights: KeyModelWeights, task: LearningTask, onProgress?: (share: number) => void): Promise<KeyModelWeights>;
}
