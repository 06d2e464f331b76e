import type { Nats, Probability } from '../base/units.ts';
import type { Vocabulary } from '../sequence/vocabulary.ts';
import type { WindowSet } from '../sequence/window-set.ts';
import { MAX_SURPRISE } from './finding.ts';

/** How many of the likeliest symbols are kept for each window, to say what was expected instead. */
export const KEPT_CANDIDATES = 10;

/** What the key model says of every distinct window and of each of its successors; moving a threshold needs nothing else. */
export interface SuccessorScores {
  /** Shape [successors]: probability of the symbol that came; 0 for UNKNOWN and for NaN. */
  readonly probability: Float32Array;
  /** Shape [successors]: how many symbols were at least as likely; 0 is the likeliest. */
  readonly rank: Int32Array;
  /** Shape [windows, KEPT_CANDIDATES]: likeliest symbols, descending; -1 where there are fewer symbols. */
  readonly topSymbol: Int32Array;
  readonly topProbability: Float32Array;
}

export function emptyScores(set: WindowSet): SuccessorScores {
  return {
    probability: new Float32Array(set.nextSymbol.length),
    rank: new Int32Array(set.nextSymbol.length),
    topSymbol: new Int32Array(set.count * KEPT_CANDIDATES).fill(-1),
    topProbability: new Float32Array(set.count * KEPT_CANDIDATES),
  };
}

/**
 * Fills in the scores of windows `from` to `to - 1`.
 *
 * @param probabilities shape [to - from, set.symbols], row-major
 * @throws RangeError if the shape is another
 */
export function addScores(
  scores: SuccessorScores,
  set: WindowSet,
  vocabulary: Vocabulary,
  from: number,
  to: number,
  probabilities: Float32Array,
): void {
  if (probabilities.length !== (to - from) * set.symbols) {
    throw new RangeError(`${probabilities.length} probabilities for ${to - from} windows of ${set.symbols} symbols`);
  }
  for (let window = from; window < to; window++) {
    const row = probabilities.subarray((window - from) * set.symbols, (window - from + 1) * set.symbols);
    for (let next = set.nextStart[window] as number; next < (set.nextStart[window + 1] as number); next++) {
      const symbol = set.nextSymbol[next] as number;
      const known = symbol !== vocabulary.unknown;
      scores.probability[next] = known ? row[symbol] || 0 : 0;
      scores.rank[next] = known ? rankIn(row, symbol) : set.symbols;
    }
    keepLikeliest(scores, row, window);
  }
}

/**
 * Rank of a symbol among all predicted ones; 0 is the likeliest. A window is anomalous when its rank >= g (DeepLog section 3.1).
 * Ties and NaN count against the symbol, so that a diverged model flags everything, not nothing.
 */
export function rankIn(row: Float32Array, symbol: number): number {
  const own = row[symbol] as number;
  let rank = 0;
  for (let other = 0; other < row.length; other++) {
    if (other !== symbol && !((row[other] as number) < own)) rank++;
  }
  return rank;
}

function keepLikeliest(scores: SuccessorScores, row: Float32Array, window: number): void {
  const base = window * KEPT_CANDIDATES;
  let kept = 0;
  for (let symbol = 0; symbol < row.length; symbol++) {
    const value = row[symbol] as number;
    let slot = kept;
    while (slot > 0 && (scores.topProbability[base + slot - 1] as number) < value) slot--;
    if (slot >= KEPT_CANDIDATES) continue;
    kept = Math.min(kept + 1, KEPT_CANDIDATES);
    scores.topSymbol.copyWithin(base + slot + 1, base + slot, base + kept - 1);
    scores.topProbability.copyWithin(base + slot + 1, base + slot, base + kept - 1);
    scores.topSymbol[base + slot] = symbol;
    scores.topProbability[base + slot] = value;
  }
}

/** -ln p, in [0, MAX_SURPRISE]. */
export function surpriseOf(probability: Probability): Nats {
  return probability > 0 ? Math.min(MAX_SURPRISE, Math.max(0, -Math.log(probability))) : MAX_SURPRISE;
}
