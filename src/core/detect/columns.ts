import type { Nats } from '../base/units.ts';
import type { DetectorName } from './finding.ts';
import { type ScoreTail, scoreTail, surpriseAbove } from './score-tail.ts';
import type { Blame, TextOf } from './session-detector.ts';
import type { SessionScores } from './session-scores.ts';
import { surpriseOf } from './successor-scores.ts';
import type { HeldOut } from './threshold.ts';

/** What one detector says of all sessions of a log. */
export interface Column {
  readonly detector: DetectorName;
  /** Shape [sessions]: -ln of the chance that a normal session scores as high. */
  readonly surprise: Float64Array;
  /** Missing where the key model itself tells the event. */
  readonly explain?: (session: number, textOf: TextOf) => Blame | undefined;
}

/** Nats by which the surprise of an event must differ to mean anything. */
const UNIT: Nats = 1;

/** How surprising the least likely event of a held-out session was to the key model. */
export function keyModelTail({ probability }: HeldOut): ScoreTail {
  return scoreTail(probability.map(surpriseOf), UNIT);
}

/**
 * What the key model says of all sessions, by their least likely event. It knows those it was trained on better than any
 * other; they are compared with one another.
 *
 * @param trained indices of the sessions it was trained on
 */
export function keyModelColumn({ probability }: SessionScores, heldOut: HeldOut, trained: readonly number[]): Column {
  const known = trained.map((session) => surpriseOf(probability[session] as number));
  const ofTrained = surpriseAbove(scoreTail(known, UNIT));
  const above = surpriseAbove(keyModelTail(heldOut));
  const surprise = new Float64Array(probability.length);
  for (let session = 0; session < surprise.length; session++) {
    surprise[session] = above(surpriseOf(probability[session] as number));
  }
  known.forEach((score, at) => {
    surprise[trained[at] as number] = ofTrained(score);
  });
  return { detector: 'lstm', surprise };
}

/**
 * One number for each session: what the detector says that finds it least usual. The chance that any of several detectors finds
 * a normal session that unusual is higher than this says; the threshold, set on the same number, accounts for it.
 */
export function combine(columns: readonly Column[], sessions: number): Float64Array {
  const surprise = new Float64Array(sessions);
  for (const column of columns) {
    for (let session = 0; session < sessions; session++) {
      surprise[session] = Math.max(surprise[session] as number, column.surprise[session] as number);
    }
  }
  return surprise;
}

/**
 * The detector that names the cause: of those beyond the threshold, the one that points most precisely; where none is, the one that
 * finds the session least usual.
 *
 * @param columns in the order of {@link DETECTORS}
 */
export function telling(columns: readonly Column[], session: number, threshold: Nats): Column | undefined {
  const of = (column: Column) => column.surprise[session] as number;
  const beyond = columns.find((column) => of(column) > threshold);
  return beyond ?? columns.reduce<Column | undefined>((a, b) => (a !== undefined && of(a) >= of(b) ? a : b), undefined);
}
