import type { SessionIndex } from '../base/brand.ts';
import { formatShare } from '../base/format.ts';
import {
  type CalibrationOptions,
  type ChosenThreshold,
  calibrate,
  chooseThreshold,
  type NormalScores,
} from '../detect/calibrate.ts';
import { keyModelTail } from '../detect/columns.ts';
import { type EnsembleScores, isFlagged } from '../detect/ensemble.ts';
import type { Finding } from '../detect/finding.ts';
import { type Evidence, explainSession } from '../detect/findings.ts';
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

/** Flags sessions and explains them, from stored scores alone. */
export function buildAnomalyReport(
  evidence: Evidence,
  scores: EnsembleScores,
  { heldOut, normal }: Normality,
  options: AnomalyOptions,
): AnomalyReport {
  const { split, chosen } = options;
  const keyModel = surpriseAbove(keyModelTail(heldOut));
  const calibrated = calibrate(normal, heldOut, keyModel, options);
  const threshold = chosen === undefined ? calibrated : chooseThreshold(calibrated, chosen, keyModel);
  const sessions = evidence.sessions.count;
  const flagged: number[] = [];
  const quiet: number[] = [];
  for (let session = 0; session < sessions; session++) {
    (isFlagged(scores, session, threshold) ? flagged : quiet).push(session);
  }
  const explain = (list: readonly number[]) =>
    list.flatMap((session) => explanation(evidence, scores, session, threshold));
  return {
    findings: explain(flagged).sort((a, b) => b.score - a.score || a.line - b.line),
    sessions,
    flaggedRest: flagged.filter((session) => partOf(session, split) === 'rest').length,
    rest: sessions - (split.validationEnd - split.trainingStart),
    threshold,
    curve: thresholdCurve(normal, scores),
    warning: warningFor(flagged.length, sessions),
    leastLikely: explain(leastLikely(quiet, scores)),
  };
}

function explanation(evidence: Evidence, scores: EnsembleScores, session: number, threshold: Threshold): Finding[] {
  const finding = explainSession(evidence, scores, session as SessionIndex, threshold);
  return finding === undefined ? [] : [finding];
}

/** The most surprising of the sessions, the first ones of those that are as surprising. */
function leastLikely(sessions: readonly number[], { surprise }: EnsembleScores): number[] {
  const of = (session: number | undefined) => (session === undefined ? -1 : (surprise[session] as number));
  const found: number[] = [];
  for (const session of sessions) {
    if (found.length === LEAST_LIKELY && of(session) <= of(found.at(-1))) continue;
    const behind = found.findIndex((other) => of(other) < of(session));
    found.splice(behind < 0 ? found.length : behind, 0, session);
    found.length = Math.min(found.length, LEAST_LIKELY);
  }
  return found;
}

function warningFor(flagged: number, sessions: number): string | undefined {
  const share = flagged / sessions;
  if (!(share > SUSPICIOUS_SHARE)) return undefined;
  return `${formatShare(share)} of all sessions are flagged: probably the training period is not like the rest of the log, or sessions are grouped by the wrong identifier.`;
}
