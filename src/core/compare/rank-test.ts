import { normalTails } from './special-functions.ts';

/** Whether the values of one side are larger than those of the other. */
export interface RankTest {
  /** Two-sided, in [0, 1]. */
  readonly p: number;
  /** Chance that a value of b is larger than one of a, equal ones counting half; 0.5 where neither side is larger. */
  readonly larger: number;
}

/**
 * The test of Mann and Whitney (1947) on values that are counted in bins, all of a bin being equal: normal approximation with the
 * correction for ties. It asks nothing of how values are spread, so times with a long tail are no trouble.
 *
 * @param a shape [bins], how many values fall into each; at least 8 in all, and so for b
 */
export function rankTest(a: Int32Array, b: Int32Array): RankTest {
  const [inA, inB] = [total(a), total(b)];
  const all = inA + inB;
  let [below, wins, ties] = [0, 0, 0];
  a.forEach((ofA, bin) => {
    const ofB = b[bin] as number;
    const both = ofA + ofB;
    wins += ofB * (below + ofA / 2);
    ties += both ** 3 - both;
    below += ofA;
  });
  const variance = ((inA * inB) / 12) * (all + 1 - ties / (all * (all - 1)));
  const away = Math.abs(wins - (inA * inB) / 2) - 0.5;
  return { p: variance > 0 ? normalTails(Math.max(0, away) / Math.sqrt(variance)) : 1, larger: wins / (inA * inB) };
}

function total(bins: Int32Array): number {
  return bins.reduce((sum, count) => sum + count, 0);
}
