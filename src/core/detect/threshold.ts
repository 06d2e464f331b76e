import type { Nats, Probability } from '../base/units.ts';
import type { SessionScores } from './session-scores.ts';

/** When a session is flagged, and an event of it is unexpected. New templates are flagged whatever it is. */
export interface Threshold {
  /** A session is flagged if a detector finds it more surprising. */
  readonly surprise: Nats;
  /**
   * How the key model tells that an event is unexpected. By `rank`: it is not among the `candidates` likeliest (DeepLog's g). By
   * `probability`: it is less likely than `probability`.
   */
  readonly by: 'probability' | 'rank';
  readonly probability: Probability;
  readonly candidates: number;
}

/** A probability of 0 is unexpected at any threshold: a model that diverged flags everything, its held-out sessions too. */
export function isUnexpected(
  event: { readonly probability: Probability; readonly rank: number },
  threshold: Threshold,
): boolean {
  if (threshold.by === 'rank') return event.rank >= threshold.candidates;
  return event.probability === 0 || event.probability < threshold.probability;
}

/** Scores of the sessions that were held out from training: thresholds come from these, for any budget. */
export interface HeldOut {
  /** Smallest probability in each session whose keys were all trained on. */
  readonly probability: readonly Probability[];
  /** Largest rank in each of them. */
  readonly rank: readonly number[];
  /** Sessions with a key never trained on: flagged at any threshold. */
  readonly unseen: number;
}

/** @param sessions indices of the held-out sessions in `scores` */
export function heldOutScores(scores: SessionScores, sessions: readonly number[]): HeldOut {
  const known = sessions.filter((session) => (scores.unseen[session] as number) < 0);
  return {
    probability: known.map((session) => scores.probability[session] as number),
    rank: known.map((session) => scores.rank[session] as number),
    unseen: sessions.length - known.length,
  };
}
