import { quantile } from '../base/quantile.ts';
import type { NormOptions } from './norm.ts';

/** How amounts are compared. */
export interface Comparison {
  /** By ln(amount + offset), which compares ratios; null: by differences. */
  readonly offset: number | null;
  /** Amounts differ by no less than this, or not at all; infinite where all are alike. */
  readonly step: number;
}

/** Amounts are compared by ratios where their upper half spreads more than so many times as wide as the lower one. */
const SKEWED = 3;

/** @param sorted ascending */
export function comparisonOf(sorted: Float64Array): Comparison {
  const step = leastDifference(sorted);
  if (sorted.length === 0) return { offset: null, step };
  const [low, middle, high] = [quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95)];
  const isSkewed = (sorted[0] ?? 0) > 0 && high - middle > SKEWED * (middle - low);
  return { offset: isSkewed ? 0 : null, step };
}

/** What an amount is compared by. */
export function levelOf(amount: number, { offset }: Pick<Comparison, 'offset'>): number {
  return offset === null ? amount : Math.log(Math.max(Number.MIN_VALUE, amount + offset));
}

/** How far levels are apart at an amount that differ by one step. */
export function levelStep({ offset, step }: Comparison, amount: number): number {
  return offset === null ? step : Math.log1p(step / (amount + offset));
}

export function normOptions(comparison: Comparison): NormOptions {
  return { offset: comparison.offset, leastScale: (bound) => levelStep(comparison, bound) };
}

/** Between two of them that are not the same. */
function leastDifference(sorted: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const difference = (sorted[i] as number) - (sorted[i - 1] as number);
    if (difference > 0) least = Math.min(least, difference);
  }
  return least;
}
