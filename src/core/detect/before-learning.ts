import type { SessionScores } from './session-scores.ts';

/**
 * Scores for setting thresholds after a model went on learning from marks: each session counts with the worse of what the model says of
 * it now and said before. Otherwise the sharper model would make thresholds stricter, and flag what was usual.
 */
export function withEarlier(now: SessionScores, before: SessionScores): SessionScores {
  return {
    probability: now.probability.map((one, session) => Math.min(one, before.probability[session] as number)),
    rank: now.rank.map((one, session) => Math.max(one, before.rank[session] as number)),
    unseen: now.unseen,
  };
}
