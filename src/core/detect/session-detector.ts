import type { LogKey } from '../base/brand.ts';
import type { Cause } from './finding.ts';

/**
 * One way to tell that a session is unusual. It learns from training sessions, and what it learnt is plain data: numbers,
 * strings and arrays, as JSON holds them, so that a detector file can keep it.
 *
 * @typeParam Log what it looks at, e.g. the sessions as symbols
 * @typeParam State what it learnt
 */
export interface SessionDetector<Log, State> {
  /**
   * @param sessions indices of those to learn from, in time order; there may be none
   * @param times how often each of them counts, where they stand for others that are alike
   */
  fit(log: Log, sessions: readonly number[], times?: ArrayLike<number>): State;
  /** Prepares for the sessions of a log, which need not be the one that was learnt from. */
  judge(state: State, log: Log): SessionJudge;
}

/** What a detector says of the sessions of one log. */
export interface SessionJudge {
  /** How unusual a session is: finite, 0 where it is usual or nothing can be judged; only comparable within one detector. */
  score(session: number): number;
  /** What weighs most in the session; undefined where the score is 0. */
  explain(session: number, textOf: TextOf): Blame | undefined;
}

/** Template of a key; -1 is the END of a session. */
export type TextOf = (key: LogKey | -1) => string;

/** The event that makes a session unusual. */
export interface Blame {
  readonly cause: Cause;
  /** Of the event in its session; the number of events for END. */
  readonly position: number;
  /** What is unusual there, as a whole sentence: `It logged "close <*>" 5 times; the most similar training session did once.` */
  readonly sentence: string;
}
