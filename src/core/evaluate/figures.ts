import { type Share, wilsonShare } from './interval.ts';

/** What becomes of labelled sessions, each counted by its weight. */
export interface Tally {
  /** Anomalous and flagged. */
  readonly found: number;
  /** Anomalous and not flagged. */
  readonly missed: number;
  /** Normal and flagged. */
  readonly falseAlarms: number;
  /** Normal and not flagged. */
  readonly quiet: number;
}

export interface Figures extends Tally {
  /** NaN where nothing is flagged. */
  readonly precision: Share;
  /** NaN where nothing is anomalous. */
  readonly recall: Share;
  /** NaN where nothing is flagged and nothing is anomalous. */
  readonly f1: Share;
}

/** A labelled session. */
export interface LabelledSession {
  readonly session: number;
  readonly isAnomalous: boolean;
}

export function tally(sessions: readonly LabelledSession[], isFlagged: (session: number) => boolean): Tally {
  let [found, missed, falseAlarms, quiet] = [0, 0, 0, 0];
  for (const { session, isAnomalous } of sessions) {
    if (isFlagged(session)) isAnomalous ? found++ : falseAlarms++;
    else isAnomalous ? missed++ : quiet++;
  }
  return { found, missed, falseAlarms, quiet };
}

/**
 * Precision, recall and F1. F1 is no share, but grows with one: with J the sessions that are both among those that are flagged or
 * anomalous (Jaccard), F1 = 2 J / (1 + J), and so do the ends of its interval.
 */
export function figuresOf(counts: Tally): Figures {
  const { found, missed, falseAlarms } = counts;
  const both = wilsonShare(found, found + missed + falseAlarms);
  return {
    ...counts,
    precision: wilsonShare(found, found + falseAlarms),
    recall: wilsonShare(found, found + missed),
    f1: { value: f1OfJaccard(both.value), low: f1OfJaccard(both.low), high: f1OfJaccard(both.high) },
  };
}

const f1OfJaccard = (both: number) => (2 * both) / (1 + both);
