import type { LogKey } from '../../base/brand.ts';
import { PairIndex } from '../../base/pair-index.ts';
import { sampleGroups } from '../../base/sample-groups.ts';
import type { Milliseconds, Nats } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { fitCheckedNorm, type Norm, surpriseUnder } from '../norm.ts';
import { eachStep, resolutionOf, type Step } from './steps.ts';

/** How long the steps of training sessions took. Plain data, stored in detector files. */
export interface StepNorms {
  /** Times of the log are multiples of this. */
  readonly resolution: Milliseconds;
  /** Keys that followed one another; null where their times tell nothing. */
  readonly pairs: readonly PairNorm[];
  /** Time before a key whatever the one before it: the norm of pairs that are rare, but take no other times. */
  readonly keys: readonly (readonly [key: LogKey, norm: Norm])[];
  /** Time since the last event with the same key in a session. */
  readonly repeats: readonly (readonly [key: LogKey, norm: Norm])[];
}

type PairNorm = readonly [before: LogKey, key: LogKey, norm: Norm | 'of-key' | null];

/** Steps of a kind that are looked at, at most. */
const MOST_SAMPLED = 4096;
/** The most surprising of some times may exceed what is likely by this much. */
const LIKE: Nats = 1;

/** @param fitted indices of the sessions to learn from */
export function fitSteps(sessions: SessionTable, fitted: readonly number[]): StepNorms {
  const index = new PairIndex();
  const pairs: (readonly [LogKey, LogKey])[] = [];
  let keys = 0;
  eachStep(sessions, fitted, ({ before, key }) => {
    keys = Math.max(keys, key + 1);
    if (index.add(before, key) === pairs.length) pairs.push([before, key]);
  });
  const resolution = resolutionOf(sessions.time);
  const options = {
    offset: resolution,
    leastScale: (bound: Milliseconds) => Math.log1p(resolution / (bound + resolution)),
  };
  const sample = (groups: number, take: (step: Step, visit: (group: number, time: Milliseconds) => void) => void) =>
    sampleGroups(groups, MOST_SAMPLED, (visit) => eachStep(sessions, fitted, (step) => take(step, visit)));
  const normsOf = (samples: readonly Float64Array[]) => samples.map((times) => fitCheckedNorm(times, options));
  const isTimed = !Number.isNaN(sessions.time[0] ?? Number.NaN);
  const times = sample(pairs.length, ({ before, key, elapsed }, visit) => {
    if (isTimed) visit(index.find(before, key), elapsed);
  });
  const ofPairs = normsOf(times);
  const ofKeys = normsOf(
    sample(keys, ({ key, elapsed }, visit) => {
      if (isTimed) visit(key, elapsed);
    }),
  );
  const ofRepeats = normsOf(
    sample(keys, ({ key, sinceSame }, visit) => {
      if (!Number.isNaN(sinceSame)) visit(key, sinceSame);
    }),
  );
  return {
    resolution,
    pairs: pairs.map(([before, key], pair) => [
      before,
      key,
      ofPairs[pair] ?? (isLike(times[pair] as Float64Array, ofKeys[key]) ? 'of-key' : null),
    ]),
    keys: byKey(ofKeys),
    repeats: byKey(ofRepeats),
  };
}

function byKey(norms: readonly (Norm | undefined)[]): readonly (readonly [LogKey, Norm])[] {
  return norms.flatMap((norm, key) => (norm === undefined ? [] : [[key as LogKey, norm] as const]));
}

/** Whether a few times may well be those of the norm. */
function isLike(times: Float64Array, norm: Norm | undefined): boolean {
  if (norm === undefined) return false;
  const most = -Math.log(norm.share / Math.max(1, times.length)) + LIKE;
  return times.every((time) => surpriseUnder(norm, time) <= most);
}
