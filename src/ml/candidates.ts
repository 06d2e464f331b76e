import type { Random } from '../core/base/random.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

/**
 * The symbols that an update computes scores of. With all of them the softmax is exact. With fewer it is sampled: all that follow a
 * window of the batch, and some of the others, drawn evenly, each of which stands for as many as were left out for it, so that the
 * expected sum under the softmax is the exact one.
 *
 * @see Bengio and Senécal, "Quick training of probabilistic neural nets by importance sampling", AISTATS 2003
 */
export interface Candidates {
  /** Shape [c]: ascending. */
  readonly symbols: Int32Array;
  /** Shape [symbols of the vocabulary]: index in `symbols`, or c for one that is left out. */
  readonly columnOf: Int32Array;
  /** Shape [c]: the logarithm of how many symbols a candidate stands for. */
  readonly logWeight: Float32Array;
}

/** How many of the symbols that follow no window of a batch are drawn. */
const SAMPLED = 500;

/** @param rows windows of the batch */
export function drawCandidates(set: WindowSet, rows: Int32Array, random: Random): Candidates {
  const follows = followers(set, rows);
  const following = follows.reduce((sum, flag) => sum + flag, 0);
  const others = set.symbols - following;
  const drawn = Math.min(SAMPLED, others);
  const symbols = new Int32Array(following + drawn);
  const logWeight = new Float32Array(symbols.length);
  const columnOf = new Int32Array(set.symbols).fill(symbols.length);
  const standsFor = Math.log(others / Math.max(1, drawn));
  let [column, undecided, wanted] = [0, others, drawn];
  for (let symbol = 0; symbol < set.symbols; symbol++) {
    if (!follows[symbol]) {
      // Selection sampling: each takes its share of the places that are left.
      if (random.uniform() * undecided-- >= wanted) continue;
      wanted--;
      logWeight[column] = standsFor;
    }
    symbols[column] = symbol;
    columnOf[symbol] = column++;
  }
  return { symbols, columnOf, logWeight };
}

/** Shape [symbols]: 1 for a symbol that follows one of the windows. */
function followers({ symbols, nextStart, nextSymbol }: WindowSet, rows: Int32Array): Uint8Array {
  const follows = new Uint8Array(symbols);
  for (const window of rows) {
    for (const symbol of nextSymbol.subarray(nextStart[window], nextStart[window + 1])) follows[symbol] = 1;
  }
  return follows;
}
