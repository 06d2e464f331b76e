import * as tf from '@tensorflow/tfjs';
import { createRandom, type Random } from '../core/base/random.ts';
import type { Backend, EpochLog, KeyModelShape, KeyModelWeights, TrainingOptions } from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { type AdamState, disposeAdam, startAdam, updateAdam } from './adam.ts';
import { assertNotLost } from './backend.ts';
import { breathe } from './breathe.ts';
import type { LoadLevel } from './kernels/level-kernels.ts';
import { kernelsOf } from './kernels/load-level.ts';
import { lossAndGradients, lossOnly } from './network.ts';
import { downloadWeights, initialWeights, type Parameters, uploadWeights, weightArrays } from './parameters.ts';
import { targetsOf, withoutUnseen } from './targets.ts';
import { shuffled, type TrainingBatch, trainingBatches } from './training-batches.ts';
import { neighbourBatches, type WindowBatch, withLevels } from './window-batch.ts';

/** A mean loss that many times a blind guess's is no learning any more. */
const DIVERGED = 4;

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
  private readonly random: Random;
  private readonly train: WindowSet;
  private readonly batches: readonly TrainingBatch[];
  private readonly validation: WindowSet | undefined;
  private readonly validationBatches: readonly WindowBatch[];
  private state: AdamState;
  /** The newest weights that a whole pass with a sound loss started from. */
  private good: Parameters;
  /** Weights at the start of the pass. */
  private start: Parameters;
  private best: Parameters | undefined;

  constructor(train: WindowSet, validation: WindowSet | undefined, options: TrainingOptions, backend: Backend) {
    const { units, layers, seed } = options;
    this.shape = { symbols: train.symbols, history: train.history, units, layers };
    this.load = kernelsOf(backend);
    this.random = createRandom(seed);
    this.train = train;
    this.batches = trainingBatches(train, this.random);
    const judged = validation && withoutUnseen(validation, train);
    this.validation = judged && judged.total > 0 ? judged : undefined;
    this.validationBatches = this.validation ? neighbourBatches(this.validation.windows, train.history) : [];
    this.state = startAdam(uploadWeights(initialWeights(this.shape, symbolsIn(train), seed)));
    this.good = copy(this.state.parameters);
    this.start = copy(this.state.parameters);
  }

  /**
   * One pass over the training set, an update for each batch.
   *
   * @returns mean loss over all events, each batch before its update; undefined if `shouldStop` ended it
   */
  async pass(learningRate: number, pacing: Pacing): Promise<number | undefined> {
    tf.dispose([...this.start]);
    this.start = copy(this.state.parameters);
    const losses: tf.Scalar[] = [];
    try {
      for (const index of shuffled(this.batches.length, this.random)) {
        await breathe();
        await pacing.resumed?.();
        pacing.signal.throwIfAborted();
        if (pacing.shouldStop()) return undefined;
        losses.push(this.update(this.batches[index] as TrainingBatch, learningRate));
      }
      return readSum(losses) / this.batches.length;
    } finally {
      tf.dispose(losses);
    }
  }

  private update(batch: TrainingBatch, learningRate: number): tf.Scalar {
    const { loss, gradients } = withLevels(batch, this.load, this.shape, (levels) => {
      const targets = targetsOf(this.train, batch.rows, (index) => batch.eventWeight[index] as number);
      const result = lossAndGradients(this.state.parameters, levels, targets);
      targets.dispose();
      return result;
    });
    this.state = updateAdam(this.state, gradients, learningRate);
    return loss;
  }

  /** Mean loss over the validation events; NaN if there are none. */
  async validationLoss(signal: AbortSignal): Promise<number> {
    const { validation } = this;
    if (!validation) return Number.NaN;
    let sum = 0;
    for (const batch of this.validationBatches) {
      await breathe();
      signal.throwIfAborted();
      const loss = withLevels(batch, this.load, this.shape, (levels) => {
        const targets = targetsOf(validation, batch.rows, () => 1 / validation.total);
        const result = lossOnly(this.state.parameters, levels, targets);
        targets.dispose();
        return result;
      });
      sum += readSum([loss]);
      loss.dispose();
    }
    return sum;
  }

  /** Whether a pass ended in numbers that are none, or worse than guessing; if not, its start is known to be good. */
  hasDiverged({ trainLoss, validationLoss }: EpochLog): boolean {
    const bound = DIVERGED * Math.log(this.shape.symbols);
    const sound = trainLoss < bound && (this.validation === undefined || Number.isFinite(validationLoss));
    if (!sound) return true;
    tf.dispose([...this.good]);
    this.good = copy(this.start);
    return false;
  }

  /** Starts again from the last good weights, with fresh moments. */
  goBack(): void {
    disposeAdam(this.state);
    this.state = startAdam(copy(this.good));
  }

  keepBest(): void {
    tf.dispose(this.best ? [...this.best] : []);
    this.best = copy(this.state.parameters);
  }

  /** The best weights, or the last good ones where those hold a number that is none. */
  result(): KeyModelWeights {
    const weights = downloadWeights(this.best ?? this.state.parameters, this.shape);
    assertNotLost();
    return allFinite(weights) ? weights : downloadWeights(this.good, this.shape);
  }

  dispose(): void {
    disposeAdam(this.state);
    tf.dispose([...this.good, ...this.start, ...(this.best ?? [])]);
  }
}

/** Another handle on the same values, which no operation changes. */
function copy(parameters: Parameters): Parameters {
  return parameters.map((tensor) => tensor.clone());
}

/** Read at once and not awaited: on WebGL an awaited read polls by timers, and never ends when the GPU is lost. */
function readSum(scalars: readonly tf.Scalar[]): number {
  const sum = tf.tidy(() => tf.addN([...scalars]).dataSync()[0] ?? Number.NaN);
  assertNotLost();
  return sum;
}

function symbolsIn({ windows, symbols }: WindowSet): boolean[] {
  const seen = new Set(windows);
  return Array.from({ length: symbols }, (_, symbol) => seen.has(symbol));
}

function allFinite(weights: KeyModelWeights): boolean {
  return weightArrays(weights).every((array) => array.every(Number.isFinite));
}
