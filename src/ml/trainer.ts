import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../core/base/random.ts';
import {
  ACCURACY_CANDIDATES,
  type Backend,
  type EpochLog,
  type KeyModelShape,
  type KeyModelWeights,
  type TrainingOptions,
} from '../core/sequence/key-model.ts';
import type { NetworkSnapshot } from '../core/sequence/training-snapshot.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { type AdamState, disposeAdam, startAdam, updateAdam } from './adam.ts';
import { assertNotLost } from './backend.ts';
import { batchGradients } from './batch-gradients.ts';
import { breathe } from './breathe.ts';
import type { LoadLevel } from './kernels/level-kernels.ts';
import { kernelsOf } from './kernels/load-level.ts';
import { lossAndHits } from './network.ts';
import {
  downloadArrays,
  initialWeights,
  nameArrays,
  type Parameters,
  uploadArrays,
  uploadWeights,
} from './parameters.ts';
import { targetsOf, withoutUnseen } from './targets.ts';
import { shuffled, type TrainingBatch, trainingBatches } from './training-batches.ts';
import { neighbourBatches, withLevels } from './window-batch.ts';

/** A mean loss that many times a blind guess's is no learning any more. */
const DIVERGED = 4;

/** A pass that has broken down goes on for so many updates at most: reading makes a GPU wait. */
const UPDATES_UNREAD = 64;

/** How a run is led from outside, between two updates. */
export interface Pacing {
  /** Aborting makes the run throw the signal's reason (an AbortError); nothing is kept. */
  readonly signal: AbortSignal;
  /** Whether to end here and keep what was learnt. */
  shouldStop(): boolean;
  /** Settles once the run is not paused. */
  resumed?(): Promise<void>;
}

/** A model in training, on the current backend. Owns its tensors until {@link KeyModelTrainer.dispose}. */
export class KeyModelTrainer {
  private readonly shape: KeyModelShape;
  private readonly load: LoadLevel;
  private readonly seed: number;
  private readonly train: WindowSet;
  private readonly batches: readonly TrainingBatch[];
  private readonly validation: WindowSet | undefined;
  private readonly validationBatches: readonly Int32Array[];
  private state: AdamState;
  private best: Parameters | undefined;
  /** Seed of the order of the batches in the running pass. */
  private passSeed: number;
  /** Updates made in the running pass. */
  private updates = 0;
  /** Sum of their losses. */
  private lossSum: tf.Scalar;

  /** @param from where another trainer of the same windows, options and backend had come to */
  constructor(
    train: WindowSet,
    validation: WindowSet | undefined,
    options: TrainingOptions,
    backend: Backend,
    from?: NetworkSnapshot,
  ) {
    const { units, layers, seed } = options;
    const random = createRandom(seed);
    this.shape = { symbols: train.symbols, history: train.history, units, layers };
    this.load = kernelsOf(backend);
    this.seed = seed;
    this.train = train;
    this.batches = trainingBatches(train, random);
    const judged = validation && withoutUnseen(validation, train);
    this.validation = judged && judged.total > 0 ? judged : undefined;
    this.validationBatches = this.validation ? neighbourBatches(this.validation, train.symbols) : [];
    this.state = from ? uploadAdam(from, this.shape) : this.fresh();
    this.best = from?.best && uploadArrays(from.best, this.shape);
    this.passSeed = from?.passSeed ?? random.state();
    this.updates = from?.updates ?? 0;
    this.lossSum = tf.scalar(from?.lossSum ?? 0);
  }

  /**
   * One pass over the training set, an update for each batch; or what is left of the pass that was running.
   *
   * @param between called between two updates
   * @returns mean loss over all events, each batch before its update, or over those until it broke down; undefined if `shouldStop` ended it
   */
  async pass(learningRate: number, pacing: Pacing, between: () => void): Promise<number | undefined> {
    const random = createRandom(this.passSeed);
    for (const index of shuffled(this.batches.length, random).subarray(this.updates)) {
      await breathe();
      between();
      await pacing.resumed?.();
      pacing.signal.throwIfAborted();
      if (pacing.shouldStop()) return undefined;
      this.update(this.batches[index] as TrainingBatch, learningRate);
      if (this.updates % UPDATES_UNREAD === 0 && !(this.meanLoss() < this.soundLoss)) break;
    }
    const loss = this.meanLoss();
    this.passSeed = random.state();
    this.updates = 0;
    this.countLoss(tf.scalar(0));
    return loss;
  }

  /** A mean loss below this is one of a model that learns. */
  private get soundLoss(): number {
    return DIVERGED * Math.log(this.shape.symbols);
  }

  /** Over the updates of the running pass. */
  private meanLoss(): number {
    return read(this.lossSum) / this.updates;
  }

  get updatesPerPass(): number {
    return this.batches.length;
  }

  private update(batch: TrainingBatch, learningRate: number): void {
    const { train, state, updates, passSeed, load, shape } = this;
    const random = createRandom(passSeed + updates);
    const { loss, gradients } = batchGradients(train, batch, state.parameters, load, shape, random);
    this.state = updateAdam(state, gradients, learningRate);
    this.countLoss(tf.add(this.lossSum, loss));
    loss.dispose();
    this.updates++;
  }

  private countLoss(sum: tf.Scalar): void {
    this.lossSum.dispose();
    this.lossSum = sum;
  }

  /** Over the validation events; a loss of NaN if there are none. */
  async validate(signal: AbortSignal): Promise<Pick<EpochLog, 'validationLoss' | 'accuracy'>> {
    const { validation } = this;
    if (!validation) return { validationLoss: Number.NaN, accuracy: undefined };
    let validationLoss = 0;
    let accuracy = 0;
    for (const rows of this.validationBatches) {
      await breathe();
      signal.throwIfAborted();
      const { loss, hits } = withLevels(validation, rows, this.load, this.shape, (levels) => {
        const targets = targetsOf(validation, rows, () => 1 / validation.total);
        const result = lossAndHits(this.state.parameters, levels, targets, ACCURACY_CANDIDATES);
        targets.dispose();
        return result;
      });
      validationLoss += read(loss);
      accuracy += read(hits);
      tf.dispose([loss, hits]);
    }
    // A sum of rounded weights.
    return { validationLoss, accuracy: Math.min(1, accuracy) };
  }

  /** Whether a pass ended in numbers that are none, or worse than guessing. */
  hasDiverged({ trainLoss, validationLoss }: EpochLog): boolean {
    const sound = trainLoss < this.soundLoss && (this.validation === undefined || Number.isFinite(validationLoss));
    return !sound || !allFinite(this.state.parameters);
  }

  /** Starts again from the best weights so far, or else from the first ones, with fresh moments. */
  goBack(): void {
    disposeAdam(this.state);
    this.state = this.best ? startAdam(copy(this.best)) : this.fresh();
  }

  private fresh(): AdamState {
    return startAdam(uploadWeights(initialWeights(this.shape, symbolsIn(this.train), this.seed)));
  }

  keepBest(): void {
    tf.dispose(this.best ? [...this.best] : []);
    this.best = copy(this.state.parameters);
  }

  /** The best weights; before there are any the newest, or the first ones where those hold a number that is none. */
  result(): KeyModelWeights {
    if (!this.best && !allFinite(this.state.parameters)) this.goBack();
    const arrays = downloadArrays(this.best ?? this.state.parameters);
    assertNotLost();
    return nameArrays(arrays, this.shape);
  }

  snapshot(): NetworkSnapshot {
    const { parameters, first, second, step } = this.state;
    const { passSeed, updates } = this;
    const lossSum = read(this.lossSum);
    const [here, means, squares] = [downloadArrays(parameters), downloadArrays(first), downloadArrays(second)];
    const best = this.best && downloadArrays(this.best);
    assertNotLost();
    return { parameters: here, first: means, second: squares, step, best, passSeed, updates, lossSum };
  }

  dispose(): void {
    disposeAdam(this.state);
    tf.dispose([this.lossSum, ...(this.best ?? [])]);
  }
}

function uploadAdam({ parameters, first, second, step }: NetworkSnapshot, shape: KeyModelShape): AdamState {
  return {
    step,
    parameters: uploadArrays(parameters, shape),
    first: uploadArrays(first, shape),
    second: uploadArrays(second, shape),
  };
}

/** Another handle on the same values, which no operation changes. */
function copy(parameters: Parameters): Parameters {
  return parameters.map((tensor) => tensor.clone());
}

/** Read at once and not awaited: on WebGL an awaited read polls by timers, and never ends when the GPU is lost. */
function read(scalar: tf.Scalar): number {
  const value = scalar.dataSync()[0] ?? Number.NaN;
  assertNotLost();
  return value;
}

function symbolsIn({ windows, symbols }: WindowSet): boolean[] {
  const seen = new Set(windows);
  return Array.from({ length: symbols }, (_, symbol) => seen.has(symbol));
}

/** One number that is none makes the sum of all none. */
function allFinite(parameters: Parameters): boolean {
  const sum = tf.tidy(() => tf.addN(parameters.map((tensor) => tf.sum(tf.abs(tensor)))));
  const finite = Number.isFinite(read(sum as tf.Scalar));
  sum.dispose();
  return finite;
}
