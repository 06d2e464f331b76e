import type { Finding } from '../detect/finding.ts';

/** What the Anomalies page shows. */
export interface AnomalyReport {
  /** The most surprising first; one for each flagged session. */
  readonly findings: readonly Finding[];
  readonly sessions: number;
  /** Flagged among the sessions after the training period, and how many there are. */
  readonly flaggedRest: number;
  readonly rest: number;
  readonly threshold: ThresholdReport;
  /** Falling probability threshold, from strict to lax; at most 200 points. */
  readonly curve: readonly ThresholdPoint[];
  /** Shown beside a long list: the flagged share is so high that the baseline is probably wrong. */
  readonly warning: string | undefined;
  /** The least likely sessions that are not flagged, at most ten, so that an empty list still shows something. */
  readonly leastLikely: readonly Finding[];
}

export interface ThresholdReport {
  /** False alarms the user can stand, as a share of normal sessions. */
  readonly budget: number;
  /** An event is unexpected when its probability is below this ... */
  readonly probability: number;
  /** ... and its rank is at least this (g). */
  readonly candidates: number;
  readonly validationSessions: number;
  /** Whether the held-out sessions are enough for the budget (rule of three). */
  readonly promised: boolean;
  /** What can be promised, one sentence. */
  readonly promise: string;
}

export interface ThresholdPoint {
  readonly probability: number;
  /** Flagged held-out sessions, per 1,000. */
  readonly falseAlarms: number;
  /** Flagged sessions in all the data. */
  readonly flagged: number;
}
