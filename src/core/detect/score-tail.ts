import { countBelow } from '../base/count-below.ts';
import type { Nats } from '../base/units.ts';

/** How high the scores of normal sessions go, by scores of sessions that were not learnt from. */
export interface ScoreTail {
  /** Among how many sessions. */
  readonly sessions: number;
  /** The scores above 0, descending. */
  readonly highest: readonly number[];
  /** Where the highest scores are nearly equal: this much higher is a factor e less likely. Above 0. */
  readonly unit: number;
}

/** Scores that tell how fast the tail falls. */
const EXTREMES = 10;

export function scoreTail(scores: ArrayLike<number>, unit: number): ScoreTail {
  const highest = Float64Array.from(scores).filter((score) => score > 0);
  return { sessions: scores.length, highest: Array.from(highest.sort().reverse()), unit };
}

/**
 * The surprise of a score: -ln of the chance that a normal session scores as high. Among the known scores that chance is their
 * share, the new one counted in; beyond the tenth highest of them it falls off exponentially, by their mean excess ("peaks over
 * threshold").
 *
 * @returns a function of the score, never falling; 0 for a score of 0. Where no sessions are known, the score itself
 */
export function surpriseAbove({ sessions, highest, unit }: ScoreTail): (score: number) => Nats {
  if (sessions === 0) return (score) => Math.max(0, score);
  const extremes = Math.min(EXTREMES, highest.length);
  const from = highest[extremes] ?? 0;
  const excess = highest.slice(0, extremes).reduce((sum, score) => sum + score - from, 0);
  const scale = Math.max(unit, excess / Math.max(1, extremes));
  const rarest = Math.log((sessions + 1) / (extremes + 1));
  const ascending = Float64Array.from(highest).reverse();
  return (score) => {
    if (!(score > 0)) return 0;
    if (score > from) return rarest + (score - from) / scale;
    const asHigh = ascending.length - countBelow(ascending, score);
    return Math.log((sessions + 1) / (1 + asHigh));
  };
}
