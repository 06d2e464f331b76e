import { formatCount, formatNumberOf } from '../base/format.ts';
import type { Nats, Probability } from '../base/units.ts';
import { MAX_SURPRISE } from './finding.ts';
import type { HeldOut, Threshold } from './threshold.ts';

/** A threshold with the evidence for it. */
export interface Calibration extends Threshold {
  /** False alarms that were asked for, as a share of normal sessions. */
  readonly budget: number;
  /** Sessions that were scored without having been learnt from. */
  readonly validationSessions: number;
  /** Whether there are enough of them to tell that the budget holds. */
  readonly promised: boolean;
  /** What can be promised, one sentence. */
  readonly promise: string;
  /** Set where a person let labels choose it, in place of the budget. */
  readonly byLabels?: boolean;
}

/** A threshold that labels chose. */
export interface ChosenThreshold {
  readonly surprise: Nats;
  /** How it was chosen, one sentence. */
  readonly promise: string;
}

export interface CalibrationOptions {
  /** In (0, 1). */
  readonly budget: number;
  /** g: the key model flags by rank; `auto`: by probability. */
  readonly candidates: number | 'auto';
}

/** How unusual the ensemble finds normal sessions: each was scored without having been learnt from. */
export interface NormalScores {
  /** Of those whose keys were all trained on. */
  readonly surprise: readonly Nats[];
  /** Sessions with a key never trained on: flagged at any threshold. */
  readonly unseen: number;
}

/** No flag among n sessions bounds the rate by 3 / n at 95 % ("rule of three"). */
const RULE_OF_THREE = 3;

/**
 * Thresholds for one budget after another, with what can be promised: all scores are sorted once.
 *
 * @param heldOut what the key model alone says; for the number of candidates that it would take
 * @param keyModel surprise among normal sessions by the surprise of the least likely event; says which probability of an event
 *   is as unusual as the threshold
 */
export function calibrator(
  normal: NormalScores,
  heldOut: HeldOut,
  keyModel: (score: Nats) => Nats,
): (options: CalibrationOptions) => Calibration {
  const surprises = Float64Array.from(normal.surprise).sort();
  const ranks = Float64Array.from(heldOut.rank).sort();
  const sessions = surprises.length + normal.unseen;
  return ({ budget, candidates }) => {
    const promised = sessions * budget >= RULE_OF_THREE;
    const surprise = surpriseAmong(surprises, normal.unseen, budget);
    return {
      by: candidates === 'auto' ? 'probability' : 'rank',
      surprise,
      probability: probabilityAt(surprise, keyModel),
      candidates: candidates === 'auto' ? candidatesAmong(ranks, heldOut.unseen, budget) : candidates,
      budget,
      validationSessions: sessions,
      promised,
      promise: promiseOf(budget, sessions, promised),
    };
  };
}

/** The threshold for a single budget, see {@link calibrator}. */
export function calibrate(
  normal: NormalScores,
  heldOut: HeldOut,
  keyModel: (score: Nats) => Nats,
  options: CalibrationOptions,
): Calibration {
  return calibrator(normal, heldOut, keyModel)(options);
}

/** The same with a threshold that labels chose; nothing is promised for other sessions. */
export function chooseThreshold(
  calibration: Calibration,
  { surprise, promise }: ChosenThreshold,
  keyModel: (score: Nats) => Nats,
): Calibration {
  const probability = probabilityAt(surprise, keyModel);
  return { ...calibration, surprise, probability, promise, promised: false, byLabels: true };
}

/**
 * The surprise that a normal session exceeds with a chance of at most the budget: with n known scores, the k-th highest of them
 * is exceeded by the next one with a chance of k / (n + 1), whatever their distribution. Where sessions are few one of them may
 * still be flagged: the training period is not free of anomalies, and a single odd session must not decide how unlikely is normal.
 * Where they are so few that the budget lies beyond all of them, their tail tells what is as rare as that.
 */
export function surpriseThreshold({ surprise, unseen }: NormalScores, budget: number): Nats {
  return surpriseAmong(Float64Array.from(surprise).sort(), unseen, budget);
}

function surpriseAmong(ascending: Float64Array, unseen: number, budget: number): Nats {
  const flagged = Math.floor(budget * (ascending.length + unseen + 1)) - unseen;
  const measured = ascending.at(-1 - Math.max(1, flagged - 1)) ?? ascending.at(-1) ?? 0;
  return flagged < 1 ? Math.max(measured, -Math.log(budget)) : measured;
}

/** Halvings until single precision no longer tells the difference. */
const HALVINGS = 50;

/** The probability below which an event is more surprising than the threshold; 0 where none is. */
function probabilityAt(surprise: Nats, keyModel: (score: Nats) => Nats): Probability {
  if (keyModel(MAX_SURPRISE) <= surprise) return 0;
  let usual = 0;
  let beyond: Nats = MAX_SURPRISE;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (usual + beyond) / 2;
    if (keyModel(middle) > surprise) beyond = middle;
    else usual = middle;
  }
  return Math.exp(-usual);
}

/** Smallest g that leaves the budget's share of held-out sessions flagged, at least 1. */
function candidatesAmong(ascendingRanks: Float64Array, unseen: number, budget: number): number {
  const allowed = Math.max(1, Math.floor(budget * (ascendingRanks.length + unseen)) - unseen);
  const worst = ascendingRanks.at(-1 - allowed) ?? 0;
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
