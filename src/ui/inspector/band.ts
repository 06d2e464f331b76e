import type { ComparedAmount } from '../../core/detect/values/compared-values.ts';

/** Where a value and its usual range lie on a line from 0 to 1. */
export interface Band {
  readonly low: number;
  readonly high: number;
  readonly at: number;
  readonly isLogarithmic: boolean;
}

/** Where the largest is this many times the smallest, a linear band would be a dot. */
const WIDE = 50;

/** A line from the least to the most of all values, and as far as the value itself. */
export function bandOf({ value, min, low, high, max }: ComparedAmount): Band {
  const from = Math.min(min, value);
  const to = Math.max(max, value);
  const isLogarithmic = from > 0 && to / from > WIDE;
  const scale = (one: number) => (isLogarithmic ? Math.log(one) : one);
  const length = scale(to) - scale(from);
  const share = (one: number) => (length > 0 ? (scale(one) - scale(from)) / length : 0.5);
  return { low: share(low), high: share(high), at: share(value), isLogarithmic };
}
