import { formatCount, formatNumberOf } from '../base/format.ts';
import type { Probability } from '../base/units.ts';
import type { HeldOut, Threshold } from './threshold.ts';

/** A threshold with the evidence for it. */
export interface Calibration extends Threshold {
  /** False alarms that were asked for, as a share of normal sessions. */
  readonly budget: number;
  readonly validationSessions: number;
  /** Whether there are enough held-out sessions to tell that the budget holds. */
  readonly promised: boolean;
  /** What can be promised, one sentence. */
  readonly promise: string;
}

export interface CalibrationOptions {
  /** In (0, 1). */
  readonly budget: number;
  /** g: flag by rank; `auto`: by probability. */
  readonly candidates: number | 'auto';
}

/** No flag among n sessions bounds the rate by 3 / n at 95 % ("rule of three"). */
const RULE_OF_THREE = 3;

/**
 * Finds the threshold that flags the budget's share of held-out sessions. Where these are few, one of them may still be
 * flagged: the training period is not free of anomalies, and a single odd session must not decide how unlikely is normal.
 */
export function calibrate(heldOut: HeldOut, { budget, candidates }: CalibrationOptions): Calibration {
  const sessions = heldOut.probability.length + heldOut.unseen;
  const allowed = Math.max(1, Math.floor(budget * sessions) - heldOut.unseen);
  const promised = sessions * budget >= RULE_OF_THREE;
  return {
    by: candidates === 'auto' ? 'probability' : 'rank',
    probability: probabilityAt(heldOut.probability, allowed) ?? budget,
    candidates: candidates === 'auto' ? candidatesAt(heldOut.rank, allowed) : candidates,
    budget,
    validationSessions: sessions,
    promised,
    promise: promiseOf(budget, sessions, promised),
  };
}

/** Probability that `allowed` sessions are below; undefined where there are not more sessions than that. */
function probabilityAt(probabilities: readonly Probability[], allowed: number): Probability | undefined {
  return [...probabilities].sort((a, b) => a - b)[allowed];
}

/** Smallest g that leaves `allowed` sessions flagged, at least 1. */
function candidatesAt(ranks: readonly number[], allowed: number): number {
  const worst = [...ranks].sort((a, b) => b - a)[allowed] ?? 0;
  return Math.max(1, worst + 1);
}

function promiseOf(budget: number, sessions: number, promised: boolean): string {
  const asked = `At most ${rateText(budget)}`;
  const heldOut = formatNumberOf(sessions, 'held-out session');
  if (promised) return `${asked}: measured on ${heldOut}.`;
  const oneIn = Math.floor(sessions / RULE_OF_THREE);
  if (oneIn < 2) return `${asked} was asked for; with ${heldOut} nothing can be promised.`;
  return `${asked} was asked for; with ${heldOut} no more than 1 in ${formatCount(oneIn)} can be promised.`;
}

/** `1 false alarm in 1,000 sessions`; of more sessions where it would be a fraction of an alarm. */
function rateText(budget: number): string {
  let sessions = 1000;
  while (sessions < FINEST_RATE && !isNearlyWhole(budget * sessions)) sessions *= 10;
  return `${formatNumberOf(Math.round(budget * sessions), 'false alarm')} in ${formatCount(sessions)} sessions`;
}

const FINEST_RATE = 1e6;
const isNearlyWhole = (value: number) => value > 0.5 && Math.abs(value - Math.round(value)) < 1e-6;
