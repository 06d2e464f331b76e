import type {
  BackendChoice,
  EpochLog,
  TrainedKeyModel,
  TrainingEnd,
  TrainingOptions,
} from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { activateBackend } from './backend.ts';
import { KeyModelTrainer, type Pacing } from './trainer.ts';

export interface TrainingControl extends Pacing {
  onEpoch(log: EpochLog): void;
}

/** The rate falls evenly, in ratio, to this part of itself at the last pass. */
const FINAL_RATE = 0.1;
/** So many passes may diverge; each halves the rate and goes back to the last weights known to be good. */
const MAX_DIVERGED = 3;

/**
 * Trains the key model: stacked LSTMs over one-hot symbols with a softmax over the next one, by cross-entropy.
 *
 * @param validation decides which pass was best and when to stop; without it the last pass counts
 * @throws RangeError if there is nothing to train on
 * @throws Error if the backend cannot be had, or its GPU is reset on the way
 * @see Du et al., "DeepLog", CCS 2017, section 3.1
 */
export async function trainKeyModel(
  train: WindowSet,
  validation: WindowSet | undefined,
  options: TrainingOptions,
  control: TrainingControl,
  backend: BackendChoice,
): Promise<TrainedKeyModel> {
  if (train.total === 0) throw new RangeError('there are no windows to train on');
  control.signal.throwIfAborted();
  await activateBackend(backend.backend);
  const trainer = new KeyModelTrainer(train, validation, options, backend.backend);
  try {
    const run = await runPasses(trainer, options, control);
    return { weights: trainer.result(), ...run, backend, seed: options.seed };
  } finally {
    trainer.dispose();
  }
}

async function runPasses(
  trainer: KeyModelTrainer,
  options: TrainingOptions,
  control: TrainingControl,
): Promise<Pick<TrainedKeyModel, 'epochs' | 'bestEpoch' | 'end'>> {
  const epochs: EpochLog[] = [];
  let bestEpoch = 0;
  let bestLoss = Number.POSITIVE_INFINITY;
  let diverged = 0;
  const ended = (end: TrainingEnd) => ({ epochs, bestEpoch, end });

  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const started = performance.now();
    const trainLoss = await trainer.pass(rateAt(epoch, options) / 2 ** diverged, control);
    if (trainLoss === undefined) return ended('stopped');
    const validationLoss = await trainer.validationLoss(control.signal);
    const log = { epoch, trainLoss, validationLoss, seconds: (performance.now() - started) / 1000 };
    epochs.push(log);
    control.onEpoch(log);
    if (trainer.hasDiverged(log)) {
      trainer.goBack();
      if (++diverged === MAX_DIVERGED) return ended('diverged');
      continue;
    }
    if (Number.isNaN(validationLoss) || validationLoss < bestLoss) {
      trainer.keepBest();
      bestEpoch = epoch;
      bestLoss = validationLoss;
    } else if (epoch - bestEpoch >= options.patience) {
      return ended('early-stop');
    }
  }
  return ended('epochs');
}

function rateAt(epoch: number, { epochs, learningRate }: TrainingOptions): number {
  return learningRate * FINAL_RATE ** ((epoch - 1) / Math.max(1, epochs - 1));
}
