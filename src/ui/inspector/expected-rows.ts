import type { Probability } from '../../core/base/units.ts';
import type { ExpectedKey, Finding } from '../../core/detect/finding.ts';

/** One key that could have come. */
export interface Candidate extends ExpectedKey {
  /** 0 is the likeliest. */
  readonly rank: number;
  /** It is what came. */
  readonly came: boolean;
  /** Others stand between it and the one above, which are not shown. */
  readonly afterGap: boolean;
}

const SHOWN = 6;
/** What single precision can tell from zero: the left end of a logarithmic bar. */
const LOWEST = 1e-7;

/** The likeliest keys in order, and what came at its place among them or after a gap. */
export function candidatesOf({ expected, key, template, probability, rank }: Finding): Candidate[] {
  const shown = expected
    .map((one, index) => ({ ...one, rank: index, came: false, afterGap: false }))
    .filter((one) => one.key !== key)
    .slice(0, SHOWN);
  const came = { key, template, probability, rank, came: true, afterGap: rank > shown.length };
  return [...shown, came].sort((a, b) => a.rank - b.rank);
}

/** Length of a bar in [0, 1]. */
export function barShare(probability: Probability, logarithmic: boolean): number {
  if (!logarithmic) return probability;
  return Math.max(0, 1 - Math.log10(Math.max(probability, LOWEST)) / Math.log10(LOWEST));
}
