import type { Probability } from '../base/units.ts';
import type { SessionScores } from './session-scores.ts';

/** When an event is unexpected. New templates are flagged whatever it is. */
export interface Threshold {
  /** By `rank`: the key is not among the `candidates` likeliest (DeepLog's g). By `probability`: it is less likely than `probability`. */
  readonly by: 'probability' | 'rank';
  readonly probability: Probability;
  readonly candidates: number;
}

export function isUnexpected(
  event: { readonly probability: Probability; readonly rank: number },
  threshold: Threshold,
): boolean {
  return threshold.by === 'rank' ? event.rank >= threshold.candidates : event.probability < threshold.probability;
}

/** Whether any event of the session is flagged; `session` indexes `scores`. */
export function isFlagged(scores: SessionScores, session: number, threshold: Threshold): boolean {
  if ((scores.unseen[session] as number) >= 0) return true;
  return isUnexpected(
    { probability: scores.probability[session] as number, rank: scores.rank[session] as number },
    threshold,
  );
}
