import { quantile } from '../../base/quantile.ts';
import { type Comparison, comparisonOf, levelOf, levelStep } from '../comparison.ts';
import { VALUE_HISTORY } from './value-model.ts';

/** How the numbers of one place become numbers about 0 that a network learns from. */
export interface Scaling {
  /** Numbers are compared by ln(number + offset); null: as they are. */
  readonly offset: number | null;
  /** `difference`: from the median of the latest three before, where numbers drift as those of a counter do. */
  readonly by: 'level' | 'difference';
  readonly centre: number;
  /** Above 0. */
  readonly spread: number;
  /** Smaller errors mean nothing; of the scaled number, above 0. */
  readonly unit: number;
}

/** The number of a vector of a series; NaN where it has none. */
export type NumberAt = (at: number) => number;

/** Differences are learnt where they spread less than this part of what the numbers do. */
const NARROW = 0.1;
/** An error of a tenth of the smallest step between two numbers is none. */
const PART_OF_STEP = 0.1;
/** Latest numbers that a difference is taken from the median of. */
const LATEST = 3;

/**
 * @param positions in the series, in the order of time
 * @param comparison taken from the numbers where it is left out
 * @returns undefined where they are all alike
 */
export function fitScaling(
  numberAt: NumberAt,
  positions: readonly number[],
  comparison?: Comparison,
): Scaling | undefined {
  const sorted = Float64Array.from(positions.map(numberAt).filter((number) => !Number.isNaN(number))).sort();
  if (sorted.length === 0 || quantile(sorted, 0.01) === quantile(sorted, 0.99)) return undefined;
  const compared = comparison ?? comparisonOf(sorted);
  const levelAt: NumberAt = (at) => levelOf(numberAt(at), compared);
  const ofLevels = centreAndSpread(positions.map(levelAt));
  const ofDifferences = centreAndSpread(positions.map((at) => levelAt(at) - latestMedian(levelAt, at)));
  const by = ofDifferences.spread < NARROW * ofLevels.spread ? 'difference' : 'level';
  const { centre, spread } = by === 'level' ? ofLevels : ofDifferences;
  const step = levelStep(compared, quantile(sorted, 0.5));
  const atLeast = Math.max(spread, step);
  const unit = Math.max(Number.EPSILON, (PART_OF_STEP * step) / atLeast);
  return { offset: compared.offset, by, centre, spread: atLeast, unit };
}

/** What a scaled number is relative to: 0, or the median of the latest numbers; NaN where there are none. */
export function baseOf({ by }: Scaling, levelAt: NumberAt, at: number): number {
  return by === 'level' ? 0 : latestMedian(levelAt, at);
}

/** The number of a level, as finely as such numbers differ. */
export function restored(level: number, { offset, unit, spread }: Scaling): number {
  if (offset !== null) return Math.exp(level) - offset;
  const step = (unit * spread) / PART_OF_STEP;
  return Math.round(level / step) * step;
}

/** The middle one of the latest levels among the vectors before; of two, the larger. */
function latestMedian(levelAt: NumberAt, at: number): number {
  const latest: number[] = [];
  for (let before = at - 1; before >= Math.max(0, at - VALUE_HISTORY) && latest.length < LATEST; before--) {
    const level = levelAt(before);
    if (!Number.isNaN(level)) latest.push(level);
  }
  return latest.sort((a, b) => a - b)[latest.length >> 1] ?? Number.NaN;
}

/** Mean and standard deviation, a hundredth on either side taken in; NaN does not count. */
function centreAndSpread(levels: readonly number[]): { readonly centre: number; readonly spread: number } {
  const sorted = Float64Array.from(levels.filter((level) => !Number.isNaN(level))).sort();
  if (sorted.length === 0) return { centre: 0, spread: 0 };
  const [low, high] = [quantile(sorted, 0.01), quantile(sorted, 0.99)];
  const within = sorted.map((level) => Math.min(high, Math.max(low, level)));
  const centre = within.reduce((sum, level) => sum + level, 0) / within.length;
  const squares = within.reduce((sum, level) => sum + (level - centre) ** 2, 0);
  return { centre, spread: Math.sqrt(squares / within.length) };
}
