import type { Nats } from '../base/units.ts';
import type { NormalScores } from './calibrate.ts';
import { type Column, combine } from './columns.ts';
import { MAX_SURPRISE } from './finding.ts';
import type { SessionScores } from './session-scores.ts';
import type { Threshold } from './threshold.ts';

/** What all detectors say of the sessions of a log. */
export interface EnsembleScores {
  readonly keyModel: SessionScores;
  /** In the order of {@link DETECTORS}, without `unseen-key`. */
  readonly columns: readonly Column[];
  /** Shape [sessions]: the largest surprise of the columns. */
  readonly surprise: Float64Array;
}

/** @param byRank the key model flags by rank alone, its probabilities do not count */
export function ensembleScores(
  keyModel: SessionScores,
  keyModelColumn: Column,
  others: readonly Column[],
  byRank: boolean,
): EnsembleScores {
  const columns = byRank ? others : [keyModelColumn, ...others];
  return { keyModel, columns, surprise: combine(columns, keyModel.probability.length) };
}

/** @param sessions those that were scored without having been learnt from */
export function normalScores({ keyModel, surprise }: EnsembleScores, sessions: readonly number[]): NormalScores {
  const known = sessions.filter((session) => (keyModel.unseen[session] as number) < 0);
  return {
    surprise: known.map((session) => surprise[session] as number),
    unseen: sessions.length - known.length,
  };
}

export function isFlagged({ keyModel, surprise }: EnsembleScores, session: number, threshold: Threshold): boolean {
  if ((keyModel.unseen[session] as number) >= 0 || (surprise[session] as number) > threshold.surprise) return true;
  return threshold.by === 'rank' && (keyModel.rank[session] as number) >= threshold.candidates;
}

/** The score of a session in findings: the largest surprise, where no key is one that training never saw. */
export function scoreOf({ keyModel, surprise }: EnsembleScores, session: number): Nats {
  const isUnseen = (keyModel.unseen[session] as number) >= 0;
  return isUnseen ? MAX_SURPRISE : Math.min(MAX_SURPRISE, surprise[session] as number);
}

/** How high a threshold flags a session, the key model's ranks aside: infinite for one with a key never trained on. */
export function ensembleScore({ keyModel, surprise }: EnsembleScores): (session: number) => number {
  return (session) =>
    (keyModel.unseen[session] as number) >= 0 ? Number.POSITIVE_INFINITY : (surprise[session] as number);
}
