import type { EpochLog } from '../sequence/key-model.ts';

/** The newest passes tell how fast training is now: the first one also compiles kernels. */
const NEWEST = 5;

export interface TrainingPace {
  /** Training events that the model learns from in a second. */
  readonly eventsPerSecond: number;
  /** Until the last pass that may come; early stopping may end before. */
  readonly secondsLeft: number;
}

/**
 * @param events of one pass
 * @param epochs passes that may come in all
 * @returns undefined before the first pass
 */
export function trainingPace(done: readonly EpochLog[], events: number, epochs: number): TrainingPace | undefined {
  const newest = done.slice(-NEWEST);
  const seconds = newest.reduce((sum, epoch) => sum + epoch.seconds, 0) / newest.length;
  if (!(seconds > 0)) return undefined;
  const left = Math.max(0, epochs - (done.at(-1)?.epoch ?? 0));
  return { eventsPerSecond: events / seconds, secondsLeft: left * seconds };
}
