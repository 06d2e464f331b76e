import type { NormalScores } from '../../src/core/detect/calibrate.ts';
import { type Column, combine } from '../../src/core/detect/columns.ts';
import { ensembleScore, normalScores } from '../../src/core/detect/ensemble.ts';
import type { EnsembleLog } from '../../src/core/detect/quick-detectors.ts';
import type { SessionScores } from '../../src/core/detect/session-scores.ts';
import { range } from '../../src/core/sequence/split.ts';

interface Scored {
  /** Of all sessions; infinite for those that are flagged at any threshold. */
  readonly scores: readonly number[];
  readonly known: NormalScores;
}

/**
 * What detectors say together.
 *
 * @param known sessions that thresholds come from
 */
export function scoredBy(
  { sessions: { count } }: EnsembleLog,
  keyModel: SessionScores,
  columns: readonly Column[],
  known: readonly number[],
): Scored {
  const ensemble = { keyModel, columns, surprise: combine(columns, count) };
  return { scores: range(0, count).map(ensembleScore(ensemble)), known: normalScores(ensemble, known) };
}
