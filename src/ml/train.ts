import type { BackendChoice, EpochLog, TrainingEnd, TrainingOptions } from '../core/sequence/key-model.ts';
import {
  FIRST_STAGE,
  NOTHING_DONE,
  type TrainingProgress,
  type TrainingResult,
  type TrainingSize,
  type TrainingSnapshot,
} from '../core/sequence/training-snapshot.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { activateBackend } from './backend.ts';
import { afterLoss, isOver, rateAt } from './schedule.ts';
import { KeyModelTrainer, type Pacing } from './trainer.ts';

export interface TrainingControl extends Pacing {
  onEpoch(log: EpochLog): void;
  /** Called between two updates; `take` copies all that is needed to go on from there. */
  offerSnapshot?(take: () => TrainingSnapshot): void;
}

/** So many passes may diverge; each halves the rate and goes back to the best weights so far. */
const MAX_DIVERGED = 3;

/**
 * Trains the key model: stacked LSTMs over one-hot symbols with a softmax over the next one, by cross-entropy.
 *
 * @param validation decides which pass was best and when to stop; without it the last pass counts
 * @param from where a run over the same windows had come to: it goes on from there, up to `options.epochs` passes in all
 * @throws RangeError if there is nothing to train on, or `from` is of other windows or another network
 * @throws Error if the backend cannot be had, or its GPU is reset on the way
 * @see Du et al., "DeepLog", CCS 2017, section 3.1
 */
export async function trainKeyModel(
  train: WindowSet,
  validation: WindowSet | undefined,
  options: TrainingOptions,
  control: TrainingControl,
  backend: BackendChoice,
  from?: TrainingSnapshot,
): Promise<TrainingResult> {
  if (train.total === 0) throw new RangeError('there are no windows to train on');
  const windows = sizeOf(train);
  if (from && !sameSize(from.windows, windows)) throw new RangeError('the snapshot is of other windows');
  control.signal.throwIfAborted();
  await activateBackend(backend.backend);
  const trainer = new KeyModelTrainer(train, validation, options, backend.backend, from?.network);
  const snapshot = (progress: TrainingProgress): TrainingSnapshot => ({
    options,
    windows,
    network: trainer.snapshot(),
    progress,
  });
  try {
    const { end, progress } = await runPasses(trainer, options, control, startOf(from, options), snapshot);
    const { epochs, bestEpoch } = progress;
    const model = { weights: trainer.result(), epochs, bestEpoch, end, backend, seed: options.seed };
    return { model, snapshot: snapshot(progress) };
  } finally {
    trainer.dispose();
  }
}

/** A run that had ended by itself starts again at the full rate; one that was interrupted goes on as it was. */
function startOf(from: TrainingSnapshot | undefined, { patience }: TrainingOptions): TrainingProgress {
  if (!from) return NOTHING_DONE;
  if (!endOf(from.progress, patience)) return from.progress;
  return { ...from.progress, diverged: 0, schedule: FIRST_STAGE };
}

async function runPasses(
  trainer: KeyModelTrainer,
  options: TrainingOptions,
  control: TrainingControl,
  from: TrainingProgress,
  snapshot: (progress: TrainingProgress) => TrainingSnapshot,
): Promise<{ readonly end: TrainingEnd; readonly progress: TrainingProgress }> {
  let progress = from;
  const between = () => control.offerSnapshot?.(() => snapshot(progress));
  while (progress.epochs.length < options.epochs) {
    const epoch = progress.epochs.length + 1;
    const started = performance.now();
    const rate = rateAt(progress.schedule, options.learningRate) / 2 ** progress.diverged;
    const trainLoss = await trainer.pass(rate, control, between);
    if (trainLoss === undefined) return { end: 'stopped', progress };
    const validated = await trainer.validate(control.signal);
    const log = { epoch, trainLoss, ...validated, seconds: (performance.now() - started) / 1000 };
    progress = afterPass(trainer, progress, log, options.patience);
    control.onEpoch(log);
    const end = endOf(progress, options.patience);
    if (end) return { end, progress };
  }
  return { end: 'epochs', progress };
}

function endOf({ diverged, schedule }: TrainingProgress, patience: number): TrainingEnd | undefined {
  if (diverged >= MAX_DIVERGED) return 'diverged';
  return isOver(schedule, patience) ? 'early-stop' : undefined;
}

function afterPass(
  trainer: KeyModelTrainer,
  before: TrainingProgress,
  log: EpochLog,
  patience: number,
): TrainingProgress {
  const epochs = [...before.epochs, log];
  if (trainer.hasDiverged(log)) {
    trainer.goBack();
    return { ...before, epochs, diverged: before.diverged + 1 };
  }
  const loss = Number.isNaN(log.validationLoss) ? log.trainLoss : log.validationLoss;
  const progress = { ...before, epochs, schedule: afterLoss(before.schedule, loss, patience) };
  const best = before.epochs[before.bestEpoch - 1]?.validationLoss ?? Number.POSITIVE_INFINITY;
  if (!(log.validationLoss >= best)) {
    trainer.keepBest();
    return { ...progress, bestEpoch: log.epoch };
  }
  return progress;
}

function sizeOf({ symbols, history, count, total }: WindowSet): TrainingSize {
  return { symbols, history, count, total };
}

function sameSize(a: TrainingSize, b: TrainingSize): boolean {
  return a.symbols === b.symbols && a.history === b.history && a.count === b.count && a.total === b.total;
}
