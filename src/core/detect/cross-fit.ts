import type { SessionDetector, SessionJudge } from './session-detector.ts';

/** Parts that the sessions are divided into; each is scored by what was learnt from the others. */
const FOLDS = 5;

/**
 * Scores of sessions by a detector that did not see them: what it would say of new sessions like these. So all of them serve
 * both to learn and to set a threshold, where holding some out would leave few for either.
 *
 * @param sessions in time order; those that are learnt from
 * @param alike by session, the first one that scores the same; each for itself where it is left out
 * @returns shape of `sessions`; zeros where there are fewer than two
 */
export function crossFit<Log, State>(
  detector: SessionDetector<Log, State>,
  log: Log,
  sessions: readonly number[],
  alike?: Int32Array,
): Float64Array {
  const scores = new Float64Array(sessions.length);
  if (sessions.length < 2) return scores;
  const folds = Math.min(FOLDS, sessions.length);
  for (let fold = 0; fold < folds; fold++) {
    const others = sessions.filter((_, at) => at % folds !== fold);
    const own = sessions.filter((_, at) => at % folds === fold);
    const judge = detector.judge(detector.fit(log, others), log);
    scoreEach(judge, own, alike).forEach((score, at) => {
      scores[fold + at * folds] = score;
    });
  }
  return scores;
}

/** Scores of some sessions, each kind of them once. */
export function scoreEach(judge: SessionJudge, sessions: readonly number[], alike?: Int32Array): Float64Array {
  const known = new Map<number, number>();
  return Float64Array.from(sessions, (session) => {
    const first = alike?.[session] ?? session;
    const score = known.get(first) ?? judge.score(first);
    known.set(first, score);
    return score;
  });
}
