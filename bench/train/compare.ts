import { createRandom } from '../../src/core/base/random.ts';
import type { Backend, TrainingOptions } from '../../src/core/sequence/key-model.ts';
import type { WindowSet } from '../../src/core/sequence/window-set.ts';
import { indexWindows } from '../../src/core/sequence/windows.ts';
import { activateBackend } from '../../src/ml/backend.ts';
import { initialWeights } from '../../src/ml/parameters.ts';
import { KeyModelTrainer } from '../../src/ml/trainer.ts';
import { shuffled } from '../../src/ml/training-batches.ts';
import { median, timed } from '../median.ts';
import { pickWindows, readKeySessions, slidingWindows } from './key-sessions.ts';
import { distinctWindows, ownSteps } from './own-steps.ts';
import { stockSteps } from './stock-model.ts';

export const HISTORY = 10;
export const OPTIONS: TrainingOptions = {
  units: 64,
  layers: 2,
  epochs: 300,
  patience: 4,
  learningRate: 0.01,
  seed: 1,
};
const STOCK_BATCH = 512;
/** Updates that compile and fill caches before anything is timed. */
const WARM_UP = 3;

/** How much is run. */
export interface Amount {
  /** Own passes before the stock steps, and as many after them. */
  readonly passes: number;
  /** Of the stock layers, 512 windows each. */
  readonly steps: number;
}

export interface Comparison {
  readonly windows: number;
  readonly distinct: number;
  /** Seconds of a pass over all training windows. */
  readonly own: number;
  /** The same where all windows are one batch, with one update. */
  readonly ownInOneUpdate: number;
  /** The same of stock layers, scaled up from some steps. */
  readonly stock: number;
  /** Largest difference of the losses of the same steps on the same batches of windows, in nats. */
  readonly lossDifference: number;
  /** Of the last of these steps. */
  readonly lossAtLast: number;
}

/**
 * A pass of this program over the windows of sessions, and steps of stock layers over plain sliding windows, by turns.
 *
 * @param text sessions as `readKeySessions` takes them
 * @param clock seconds since some time
 */
export async function compare(
  text: string,
  backend: Backend,
  { passes, steps }: Amount,
  clock: () => number,
): Promise<Comparison> {
  await activateBackend(backend);
  const sequences = readKeySessions(text);
  const sliding = slidingWindows(sequences, HISTORY);
  const { set } = indexWindows(sequences, HISTORY, Array(sequences.start.length - 1).keys());
  const own: number[] = [];
  await warmUp(set, backend);
  const trainer = new KeyModelTrainer(set, undefined, OPTIONS, backend);
  const pacing = { signal: new AbortController().signal, shouldStop: () => false };
  const pass = () => trainer.pass(OPTIONS.learningRate, pacing, () => undefined);
  for (let count = 0; count < passes; count++) await timed(own, pass, clock);
  const picked = pickWindows(sliding, shuffled(sliding.next.length, createRandom(1)).slice(0, steps * STOCK_BATCH));
  const shape = { ...OPTIONS, symbols: set.symbols, history: HISTORY };
  const weights = initialWeights(shape, new Array<boolean>(set.symbols).fill(true), OPTIONS.seed);
  const stock = await stockSteps(weights, picked, STOCK_BATCH, OPTIONS.learningRate, clock);
  for (let count = 0; count < passes; count++) await timed(own, pass, clock);
  trainer.dispose();
  const whole: number[] = [];
  const oneUpdate = () => ownSteps(weights, [set], backend, OPTIONS.learningRate);
  oneUpdate();
  for (let count = 0; count < passes; count++) await timed(whole, oneUpdate, clock);

  const batches = stock.losses.map((_, step) => {
    const rows = Int32Array.from({ length: STOCK_BATCH }, (_row, index) => step * STOCK_BATCH + index);
    return distinctWindows(pickWindows(picked, rows), sequences);
  });
  const losses = ownSteps(weights, batches, backend, OPTIONS.learningRate);
  return {
    windows: set.total,
    distinct: set.count,
    own: median(own),
    ownInOneUpdate: median(whole),
    stock: (median(stock.seconds) * set.total) / STOCK_BATCH,
    lossDifference: Math.max(...losses.map((loss, step) => Math.abs(loss - (stock.losses[step] ?? Number.NaN)))),
    lossAtLast: losses.at(-1) ?? Number.NaN,
  };
}

async function warmUp(set: WindowSet, backend: Backend): Promise<void> {
  const trainer = new KeyModelTrainer(set, undefined, OPTIONS, backend);
  let updates = 0;
  const pacing = { signal: new AbortController().signal, shouldStop: () => updates++ === WARM_UP };
  await trainer.pass(OPTIONS.learningRate, pacing, () => undefined);
  trainer.dispose();
}
