import { formatNumberOf } from '../base/format.ts';
import type { ChosenThreshold } from '../detect/calibrate.ts';
import { type EnsembleScores, ensembleScore } from '../detect/ensemble.ts';
import { bestPoint, precisionRecall } from './curve.ts';
import { labelledIn, type SessionLabels } from './labels.ts';

/**
 * The strictest threshold with the highest F1 over all labelled sessions.
 *
 * @returns a sentence where labels tell no threshold
 */
export function choiceOf(labels: SessionLabels, scores: EnsembleScores): ChosenThreshold | string {
  const labelled = labelledIn(labels);
  const best = bestPoint(precisionRecall(labelled, ensembleScore(scores)));
  if (best === undefined) return 'Labels choose no threshold: no session of this log is labelled as an anomaly.';
  if (best.threshold === Number.NEGATIVE_INFINITY)
    return 'Labels choose no threshold: F1 would be highest if all labelled sessions were flagged.';
  const sessions = formatNumberOf(labelled.length, 'labelled session');
  return {
    surprise: Math.max(0, best.threshold),
    promise: `Threshold chosen by labels: the highest F1, ${best.f1.toFixed(3)}, on ${sessions} of ${labels.source}. For other sessions it promises nothing.`,
  };
}
