import type { LogKey } from '../../base/brand.ts';
import { PairIndex } from '../../base/pair-index.ts';
import { sampleGroups } from '../../base/sample-groups.ts';
import type { Milliseconds, Nats } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { normOptions } from '../comparison.ts';
import { fitCheckedNorm, type Norm, surpriseUnder } from '../norm.ts';
import { spreadSessions } from '../spread-sessions.ts';
import { resolutionOf, StepWalk, type VisitStep } from './steps.ts';

/** How long the steps of training sessions took. Plain data, stored in detector files. */
export interface StepNorms {
  /** Times of the log are multiples of this. */
  readonly resolution: Milliseconds;
  /** Keys that followed one another; null where their times tell nothing. */
  readonly pairs: readonly PairNorm[];
  /** Time before a key whatever the one before it: the norm of pairs that are rare, but take no other times. */
  readonly keys: readonly KeyNorm[];
  /** Time since the last event with the same key in a session. */
  readonly repeats: readonly KeyNorm[];
}

type PairNorm = readonly [before: LogKey, key: LogKey, norm: Norm | 'of-key' | null];
type KeyNorm = readonly [key: LogKey, norm: Norm];

/** Steps of a kind that are looked at, at most. */
const MOST_SAMPLED = 4096;
/** The most surprising of some times may exceed what is likely by this much. */
const LIKE: Nats = 1;

/** @param fitted indices of the sessions to learn from, in time order */
export function fitSteps(sessions: SessionTable, fitted: readonly number[]): StepNorms {
  const chosen = spreadSessions(sessions, fitted);
  const walk = new StepWalk(sessions);
  const eachStep = (visit: VisitStep) => {
    for (const session of chosen) walk.visit(session, visit);
  };
  const index = new PairIndex();
  const pairs: (readonly [LogKey, LogKey])[] = [];
  let keys = 0;
  eachStep((before, key) => {
    keys = Math.max(keys, key + 1);
    if (index.add(before, key) === pairs.length) pairs.push([before, key]);
  });
  const times = sampleGroups(pairs.length + 2 * keys, MOST_SAMPLED, (visit) => {
    eachStep((before, key, elapsed, sinceSame) => {
      if (Number.isNaN(elapsed)) return;
      visit(index.find(before, key), elapsed);
      visit(pairs.length + key, elapsed);
      if (!Number.isNaN(sinceSame)) visit(pairs.length + keys + key, sinceSame);
    });
  });
  const resolution = resolutionOf(sessions.time);
  const byRatio = normOptions({ offset: resolution, step: resolution });
  const norms = times.map((own) => fitCheckedNorm(own, byRatio));
  const ofKeys = norms.slice(pairs.length, pairs.length + keys);
  const ofPair = ([before, key]: readonly [LogKey, LogKey], pair: number): PairNorm => {
    const likeOthers = isLike(times[pair] ?? new Float64Array(), ofKeys[key]);
    return [before, key, norms[pair] ?? (likeOthers ? 'of-key' : null)];
  };
  return {
    resolution,
    pairs: pairs.map(ofPair),
    keys: byKey(ofKeys),
    repeats: byKey(norms.slice(pairs.length + keys)),
  };
}

function byKey(norms: readonly (Norm | undefined)[]): readonly KeyNorm[] {
  return norms.flatMap((norm, key) => (norm === undefined ? [] : [[key as LogKey, norm] as const]));
}

/** Whether a few times may well be those of the norm. */
function isLike(times: Float64Array, norm: Norm | undefined): boolean {
  if (norm === undefined) return false;
  const most = -Math.log(norm.share / Math.max(1, times.length)) + LIKE;
  return times.every((time) => surpriseUnder(norm, time) <= most);
}
