import type { Mark } from '../core/detect/marks/mark.ts';
import type { Outcome } from '../core/report/problem.ts';
import { beginWith } from '../core/sequence/training-snapshot.ts';
import type { BegunAdding } from '../engine/adding.api.ts';
import type { OpenedDetector } from '../engine/data.api.ts';
import { memoryRun } from './checkpoints/kept-run.ts';
import {
  DIVERGED,
  detectOptions,
  NETWORK,
  type PipelineListener,
  scoreAndDetect,
  type Threads,
  trainValueModel,
} from './pipeline.ts';
import type { Settings } from './state.ts';
import { trainToTheEnd } from './train-to-the-end.ts';

/** Half of what a model begins with that knows nothing: this one has little to learn, and much to forget. */
const LEARNING_RATE = NETWORK.learningRate / 2;

interface Added {
  /** What the detector with the log is called. */
  readonly name: string;
  readonly marks: readonly Mark[];
}

/**
 * Trains the detector in use again, with the open log added. Nothing changes before it is done: a run that is cancelled or fails leaves
 * the detector and what it found.
 *
 * @returns the detector in use from then on; the log is to be grouped and scored with it anew
 */
export async function addLog(
  threads: Threads,
  settings: Settings,
  { name, marks }: Added,
  listener: PipelineListener,
): Promise<Outcome<OpenedDetector>> {
  const { data } = threads;
  try {
    const begun = await data.beginAdding({ files: settings.files, leaveOut: !settings.learnFromAll, marks });
    if (!begun.ok) return begun;
    const model = await train(threads, settings, begun.value, listener);
    if (model.bestEpoch === 0 && model.end === 'diverged') return DIVERGED;
    if (!begun.value.foretells) await trainValueModel(threads, settings.seed, listener);
    listener.trained();
    await scoreAndDetect(threads, model.weights, detectOptions(settings), listener);
    return { ok: true, value: await data.finishAdding(model, name) };
  } finally {
    await data.endAdding();
  }
}

function train(threads: Threads, settings: Settings, { sets, weights }: BegunAdding, listener: PipelineListener) {
  const { total: windows, count: distinctWindows } = sets.training;
  listener.trainingStarted({ windows, distinctWindows });
  const { epochs, seed, backend } = settings;
  const { units, layers } = weights.shape;
  const options = { units, layers, epochs, seed, patience: NETWORK.patience, learningRate: LEARNING_RATE };
  const run = memoryRun(beginWith(weights, sets.training, options));
  return trainToTheEnd(threads.model, { sets, options, backend }, run, listener);
}
