import type { SessionIndex } from '../base/brand.ts';
import { formatShare } from '../base/format.ts';
import {
  type CalibrationOptions,
  type ChosenThreshold,
  calibrator,
  chooseThreshold,
  type NormalScores,
} from '../detect/calibrate.ts';
import { keyModelTail } from '../detect/columns.ts';
import { type EnsembleScores, isFlagged } from '../detect/ensemble.ts';
import { type Evidence, explainer } from '../detect/findings.ts';
import { surpriseAbove } from '../detect/score-tail.ts';
import type { HeldOut, Threshold } from '../detect/threshold.ts';
import { partOf, type Split } from '../sequence/split.ts';
import type { AnomalyReport } from './anomaly-report.ts';
import { thresholdCurve } from './threshold-curve.ts';

export interface AnomalyOptions extends CalibrationOptions {
  readonly split: Split;
  /** In place of the one for the budget. */
  readonly chosen?: ChosenThreshold | undefined;
}

/** Above this share of flagged sessions the baseline is probably wrong. */
const SUSPICIOUS_SHARE = 0.2;
const LEAST_LIKELY = 10;

/** What is known of sessions that were not learnt from: where thresholds come from. */
export interface Normality {
  readonly heldOut: HeldOut;
  readonly normal: NormalScores;
}

/**
 * Flags sessions and explains them, from stored scores alone, at one threshold after another. What does not depend on the threshold
 * is worked out once: a move is one pass over the sessions, and the sentences of those that no earlier move has explained.
 */
export function anomalyReports(
  evidence: Evidence,
  scores: EnsembleScores,
  { heldOut, normal }: Normality,
): (options: AnomalyOptions) => AnomalyReport {
  const keyModel = surpriseAbove(keyModelTail(heldOut));
  const calibrated = calibrator(normal, heldOut, keyModel);
  const curve = thresholdCurve(normal, scores);
  const explain = explainer(evidence, scores);
  const sessions = evidence.sessions.count;
  return (options) => {
    const { split, chosen } = options;
    const calibration = calibrated(options);
    const threshold = chosen === undefined ? calibration : chooseThreshold(calibration, chosen, keyModel);
    const { flagged, leastLikely } = divide(scores, sessions, threshold);
    const explained = (list: readonly number[]) =>
      list.map((session) => explain(session as SessionIndex, threshold)).filter((finding) => finding !== undefined);
    return {
      findings: explained(flagged).sort((a, b) => b.score - a.score || a.line - b.line),
      sessions,
      flaggedRest: flagged.filter((session) => partOf(session, split) === 'rest').length,
      rest: sessions - (split.validationEnd - split.trainingStart),
      threshold,
      curve,
      warning: warningFor(flagged.length, sessions),
      leastLikely: explained(leastLikely),
    };
  };
}

/** The flagged sessions, and the most surprising of the others: the first ones of those that are as surprising. */
function divide(scores: EnsembleScores, sessions: number, threshold: Threshold) {
  const { surprise } = scores;
  const of = (session: number | undefined) => (session === undefined ? -1 : (surprise[session] as number));
  const flagged: number[] = [];
  const leastLikely: number[] = [];
  let least = -1;
  for (let session = 0; session < sessions; session++) {
    if (isFlagged(scores, session, threshold)) {
      flagged.push(session);
    } else if (of(session) > least) {
      const behind = leastLikely.findIndex((other) => of(other) < of(session));
      leastLikely.splice(behind < 0 ? leastLikely.length : behind, 0, session);
      leastLikely.length = Math.min(leastLikely.length, LEAST_LIKELY);
      least = leastLikely.length < LEAST_LIKELY ? -1 : of(leastLikely.at(-1));
    }
  }
  return { flagged, leastLikely };
}

function warningFor(flagged: number, sessions: number): string | undefined {
  const share = flagged / sessions;
  if (!(share > SUSPICIOUS_SHARE)) return undefined;
  return `${formatShare(share)} of all sessions are flagged: probably the training period is not like the rest of the log, or sessions are grouped by the wrong identifier.`;
}
