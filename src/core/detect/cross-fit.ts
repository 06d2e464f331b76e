import { finish, type Steps } from '../base/steps.ts';
import type { SessionDetector, SessionJudge } from './session-detector.ts';

/** Parts that the sessions are divided into; each is scored by what was learnt from the others. */
const FOLDS = 5;
/** A session that a person calls normal counts as so many: it is said on purpose, once, of all that are like it. */
const TAUGHT_TIMES = 5;

/**
 * Scores of sessions by a detector that did not see them: what it would say of new sessions like these. So all of them serve
 * both to learn and to set a threshold, where holding some out would leave few for either.
 *
 * @param sessions in time order; those that are learnt from
 * @param alike by session, the first one that scores the same; each for itself where it is left out
 * @param taught sessions that a person calls normal: all parts learn from them, and none of them is scored
 * @returns shape of `sessions`; zeros where there are fewer than two
 */
export function crossFit<Log, State>(
  detector: SessionDetector<Log, State>,
  log: Log,
  sessions: readonly number[],
  alike?: Int32Array,
  taught: readonly number[] = [],
): Float64Array {
  return finish(crossFitSteps(detector, log, sessions, alike, taught));
}

/** The same, a part of the sessions at each step. */
export function* crossFitSteps<Log, State>(
  detector: SessionDetector<Log, State>,
  log: Log,
  sessions: readonly number[],
  alike?: Int32Array,
  taught: readonly number[] = [],
): Steps<Float64Array> {
  const scores = new Float64Array(sessions.length);
  if (sessions.length < 2) return scores;
  const folds = Math.min(FOLDS, sessions.length);
  const kinds = alike && kindsAmong(sessions, alike);
  for (let fold = 0; fold < folds; fold++) {
    const own = everyNth(sessions, folds, fold);
    const state =
      kinds === undefined || alike === undefined
        ? detector.fit(log, inTimeOrder(withoutNth(sessions, folds, fold), taught))
        : fitKinds(detector, log, withTaught(without(kinds, own, alike), taught, alike));
    yield;
    const found = scoreEach(detector.judge(state, log), own, alike);
    for (let at = 0; at < found.length; at++) scores[fold + at * folds] = found[at] as number;
    yield;
  }
  return scores;
}

function everyNth(sessions: readonly number[], n: number, first: number): readonly number[] {
  const some: number[] = [];
  for (let at = first; at < sessions.length; at += n) some.push(sessions[at] as number);
  return some;
}

function withoutNth(sessions: readonly number[], n: number, first: number): readonly number[] {
  return sessions.filter((_, at) => at % n !== first);
}

/** By one session of each kind, in the order in which they first came, how many there are. */
type SessionKinds = ReadonlyMap<number, number>;

/** @param alike by session, the first one like it */
export function kindsAmong(sessions: readonly number[], alike: Int32Array): SessionKinds {
  const kinds = new Map<number, number>();
  for (const session of sessions) {
    const kind = alike[session] ?? session;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

function without(kinds: SessionKinds, sessions: readonly number[], alike: Int32Array): SessionKinds {
  const fewer = new Map(kinds);
  for (const [kind, times] of kindsAmong(sessions, alike)) {
    const left = (fewer.get(kind) ?? 0) - times;
    if (left > 0) fewer.set(kind, left);
    else fewer.delete(kind);
  }
  return fewer;
}

/** Those that are learnt from, and those that a person calls normal. */
export function inTimeOrder(sessions: readonly number[], taught: readonly number[]): readonly number[] {
  return taught.length === 0 ? sessions : [...sessions, ...taught].sort((a, b) => a - b);
}

export function withTaught(kinds: SessionKinds, taught: readonly number[], alike: Int32Array): SessionKinds {
  const more = new Map(kinds);
  for (const [kind, times] of kindsAmong(taught, alike)) more.set(kind, (more.get(kind) ?? 0) + TAUGHT_TIMES * times);
  return more;
}

/** Learns from each kind of session once. */
export function fitKinds<Log, State>(detector: SessionDetector<Log, State>, log: Log, kinds: SessionKinds): State {
  return detector.fit(log, [...kinds.keys()], [...kinds.values()]);
}

/** Scores of some sessions, each kind of them once. */
export function scoreEach(judge: SessionJudge, sessions: readonly number[], alike?: Int32Array): Float64Array {
  const scores = new Float64Array(sessions.length);
  if (alike === undefined) {
    for (let at = 0; at < scores.length; at++) scores[at] = judge.score(sessions[at] as number);
    return scores;
  }
  const known = new Float64Array(alike.length).fill(Number.NaN);
  for (let at = 0; at < scores.length; at++) {
    const kind = alike[sessions[at] as number] as number;
    if (Number.isNaN(known[kind])) known[kind] = judge.score(kind);
    scores[at] = known[kind] as number;
  }
  return scores;
}
