import * as tf from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '../core/base/random.ts';
import type { Backend, KeyModelShape, KeyModelWeights } from '../core/sequence/key-model.ts';
import type { LearningTask } from '../core/sequence/learning-task.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { type AdamState, disposeAdam, startAdam, updateAdam } from './adam.ts';
import { activateBackend, assertNotLost } from './backend.ts';
import { batchGradients } from './batch-gradients.ts';
import { breathe } from './breathe.ts';
import type { LoadLevel } from './kernels/level-kernels.ts';
import { kernelsOf } from './kernels/load-level.ts';
import { boundedUnlearning, lossAndGradients } from './network.ts';
import { downloadArrays, nameArrays, uploadWeights } from './parameters.ts';
import { targetsOf } from './targets.ts';
import { shuffled, type TrainingBatch, trainingBatches } from './training-batches.ts';
import { neighbourBatches, withLevels } from './window-batch.ts';

/** Enough for fifty marked sessions of HDFS, in little more than a second on WASM; more change little. */
const UPDATES = 32;
const LEARNING_RATE = 0.005;
/** From here on the rate falls evenly to a tenth, so that the last batches do not tell what is learnt. */
const EVEN = 0.5;

export interface LearningControl {
  /** Aborting throws the signal's reason; nothing is kept. */
  readonly signal: AbortSignal;
  /** In (0, 1]. */
  onProgress?(share: number): void;
}

/**
 * Goes on from trained weights in a few small steps, each on a batch of what was learnt before with what a person calls normal, so
 * that nothing is forgotten; what a person calls an anomaly is made unlikely, down to a bound.
 *
 * @returns new weights of the same shape; those that are given stay as they are
 * @throws RangeError if the task is of other symbols or another history, or there is nothing to learn from
 * @throws Error if the backend cannot be had, its GPU is reset on the way, or weights are no numbers any more
 * @see Du et al., "DeepLog", CCS 2017, section 3.4
 */
export async function learnFromMarks(
  weights: KeyModelWeights,
  task: LearningTask,
  backend: Backend,
  { signal, onProgress }: LearningControl,
): Promise<KeyModelWeights> {
  const { shape } = weights;
  for (const { symbols, history } of [task.normal, task.unwanted ?? task.normal]) {
    if (symbols !== shape.symbols || history !== shape.history) throw new RangeError('the marks are of other windows');
  }
  if (task.normal.total === 0) throw new RangeError('there is nothing to learn from');
  signal.throwIfAborted();
  await activateBackend(backend);
  const learner = new Learner(task, shape, kernelsOf(backend), startAdam(uploadWeights(weights)));
  try {
    for (let update = 0; update < UPDATES; update++) {
      await breathe();
      signal.throwIfAborted();
      learner.update(rateOf(update));
      onProgress?.((update + 1) / UPDATES);
    }
    return learner.result();
  } finally {
    learner.dispose();
  }
}

function rateOf(update: number): number {
  const behind = Math.max(0, update / UPDATES - EVEN) / (1 - EVEN);
  return LEARNING_RATE * (1 - 0.9 * behind);
}

/** Owns its tensors until {@link Learner.dispose}. */
class Learner {
  private readonly task: LearningTask;
  private readonly shape: KeyModelShape;
  private readonly load: LoadLevel;
  private readonly random: Random;
  private readonly batches: readonly TrainingBatch[];
  private readonly unwantedBatches: readonly Int32Array[];
  /** Of the batches in the running pass. */
  private order: Int32Array = new Int32Array(0);
  private at = 0;
  private state: AdamState;

  constructor(task: LearningTask, shape: KeyModelShape, load: LoadLevel, state: AdamState) {
    this.task = task;
    this.shape = shape;
    this.load = load;
    this.state = state;
    this.random = createRandom(task.seed);
    this.batches = trainingBatches(task.normal, this.random, task.marked);
    this.unwantedBatches = task.unwanted === undefined ? [] : neighbourBatches(task.unwanted, shape.symbols);
  }

  update(learningRate: number): void {
    const { task, state, load, shape, random } = this;
    const batch = this.nextBatch();
    const { loss, gradients } = batchGradients(task.normal, batch, state.parameters, load, shape, random);
    loss.dispose();
    this.state = updateAdam(state, gradients, learningRate);
    if (task.unwanted !== undefined) this.unlearn(task.unwanted, learningRate);
  }

  private nextBatch(): TrainingBatch {
    if (this.at === this.order.length) {
      this.order = shuffled(this.batches.length, this.random);
      this.at = 0;
    }
    return this.batches[this.order[this.at++] as number] as TrainingBatch;
  }

  /** Once all of them are unlikely enough nothing more is done. */
  private unlearn(unwanted: WindowSet, learningRate: number): void {
    for (const rows of this.unwantedBatches) {
      const { loss, gradients } = withLevels(unwanted, rows, this.load, this.shape, (levels) => {
        const targets = targetsOf(unwanted, rows, () => 1 / unwanted.total);
        const lossOf = boundedUnlearning(this.task.bound);
        const result = lossAndGradients(this.state.parameters, levels, targets, undefined, lossOf);
        targets.dispose();
        return result;
      });
      const isDone = loss.dataSync()[0] === 0;
      assertNotLost();
      loss.dispose();
      if (isDone) tf.dispose(gradients);
      else this.state = updateAdam(this.state, gradients, learningRate);
    }
  }

  result(): KeyModelWeights {
    const arrays = downloadArrays(this.state.parameters);
    assertNotLost();
    if (!arrays.every((array) => array.every(Number.isFinite))) throw new Error('learning broke down');
    return nameArrays(arrays, this.shape);
  }

  dispose(): void {
    disposeAdam(this.state);
  }
}
