import { formatNumberOf } from '../base/format.ts';
import type { ChosenThreshold } from '../detect/calibrate.ts';
import { type EnsembleScores, ensembleScore } from '../detect/ensemble.ts';
import { bestPoint, precisionRecall } from './curve.ts';
import { labelledIn, type SessionLabels } from './labels.ts';

/** The strictest threshold with the highest F1 over all labelled sessions; undefined where none of them is anomalous. */
export function choiceOf(labels: SessionLabels, scores: EnsembleScores): ChosenThreshold | undefined {
  const labelled = labelledIn(labels);
  const best = bestPoint(precisionRecall(labelled, ensembleScore(scores)));
  if (best === undefined) return undefined;
  const sessions = formatNumberOf(labelled.length, 'labelled session');
  return {
    surprise: Math.max(0, best.threshold),
    promise: `Threshold chosen by labels: the highest F1, ${best.f1.toFixed(3)}, on ${sessions} of ${labels.source}. For other sessions it promises nothing.`,
  };
}
