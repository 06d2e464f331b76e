import type { ScheduleState } from '../core/sequence/training-snapshot.ts';

/** The rate falls to this part of itself, so many times; the best on logs of a few hundred to a hundred thousand windows. */
const FALL = 1 / 3;
const MOST_FALLS = 3;
/** A loss that is better by less than this share has not fallen. */
const TOLERANCE = 1e-3;

/** The rate of the next pass. */
export function rateAt({ falls }: ScheduleState, learningRate: number): number {
  return learningRate * FALL ** falls;
}

/**
 * The rate falls whenever the loss has not fallen for some passes: that needs no number of passes fixed beforehand, so training can
 * be stopped at any time and go on later.
 *
 * @param loss of the pass, on held-out sessions where there are any
 * @param patience passes without a lower loss until the rate falls
 */
export function afterLoss(state: ScheduleState, loss: number, patience: number): ScheduleState {
  if (loss < state.best * (1 - TOLERANCE)) return { ...state, best: loss, waited: 0 };
  const waited = state.waited + 1;
  if (waited < patience || state.falls === MOST_FALLS) return { ...state, waited };
  return { ...state, falls: state.falls + 1, waited: 0 };
}

/** Whether the loss no longer falls at the lowest rate either. */
export function isOver({ falls, waited }: ScheduleState, patience: number): boolean {
  return falls === MOST_FALLS && waited >= patience;
}
