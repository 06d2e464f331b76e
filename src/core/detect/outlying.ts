/** Scores below the one that is looked at, whose spread says how large a gap is usual. */
const NEIGHBOURS = 20;
/** A gap ends the usual scores if it is this many times their spread, ... */
const CLEAR_GAP = 3;
/** ... and if so many scores above it that the product is this large: one score must lie very far out, several less so. */
const CLEAR_EVIDENCE = 7;

/**
 * Counts the scores that stand apart from all others. The gaps between the highest of n scores whose tail is exponential are
 * themselves exponential, the i-th with mean spread / i (Rényi); where one is many times that, what lies above it is of
 * another kind.
 *
 * @param scores descending
 * @param unit differences below this mean nothing, above 0
 * @param most scores that may stand apart; where more do, none does: then they are a kind of their own
 */
export function countOutlying(scores: ArrayLike<number>, unit: number, most: number): number {
  let outlying = 0;
  for (let above = 1; above < scores.length; above++) {
    const gap = (scores[above - 1] as number) - (scores[above] as number);
    if (gap <= CLEAR_GAP * unit) continue;
    const spread = Math.max(unit, spreadFrom(scores, above));
    if (gap > CLEAR_GAP * spread && above * gap > CLEAR_EVIDENCE * spread) outlying = above;
  }
  return outlying > most ? 0 : outlying;
}

/** Mean distance of the scores from `from` on to the last of them. */
function spreadFrom(scores: ArrayLike<number>, from: number): number {
  const to = Math.min(scores.length, from + NEIGHBOURS);
  const last = scores[to - 1] as number;
  let sum = 0;
  for (let at = from; at < to; at++) sum += (scores[at] as number) - last;
  return sum / (to - from);
}
