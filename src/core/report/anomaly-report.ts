import type { Calibration } from '../detect/calibrate.ts';
import type { ErrorNormName } from '../detect/expected/error-norm.ts';
import type { Finding } from '../detect/finding.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';

/** What the Anomalies page shows. */
export interface AnomalyReport {
  /** The most surprising first; one for each flagged session. */
  readonly findings: readonly Finding[];
  readonly sessions: number;
  /** Flagged among the sessions outside the training period, and how many there are. */
  readonly flaggedRest: number;
  readonly rest: number;
  readonly threshold: Calibration;
  /** From strict to lax; at most 200 points. */
  readonly curve: readonly ThresholdPoint[];
  /** Shown beside a long list: the flagged share is so high that the baseline is probably wrong. */
  readonly warning: string | undefined;
  /** The least likely sessions that are not flagged, at most ten, so that an empty list still shows something. */
  readonly leastLikely: readonly Finding[];
  /** Where a regression tells numbers of lines. */
  readonly foretold?: ForetoldNumbers | undefined;
  /** Where there are labels. */
  readonly evaluation?: Evaluation | undefined;
}

/** Numbers that the ones before foretell. */
export interface ForetoldNumbers {
  /** Numbers in the templates. */
  readonly places: number;
  /** In force. */
  readonly errors: ErrorNormName;
}

export interface ThresholdPoint {
  /** A session is flagged if the chance that a normal one is as unusual is below this. */
  readonly probability: number;
  /** Flagged among the sessions that were not learnt from, per 1,000. */
  readonly falseAlarms: number;
  /** Flagged sessions in all the data. */
  readonly flagged: number;
}
