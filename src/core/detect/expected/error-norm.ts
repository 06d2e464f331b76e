import type { Nats } from '../../base/units.ts';
import { fitCheckedNorm, MOST_SURPRISE, type Norm, surpriseUnder } from '../norm.ts';

/**
 * What errors of a regression are judged by: their own quantiles with tails, or a normal distribution, of whose errors 98, 99 or
 * 99.9 % are normal.
 *
 * @see Du et al., "DeepLog", CCS 2017, section 3.2, which has the normal distribution
 */
export const ERROR_NORMS = ['empirical', 'gaussian-98', 'gaussian-99', 'gaussian-99.9'] as const;
export type ErrorNormName = (typeof ERROR_NORMS)[number];

/** `a normal distribution of errors, 99 % of which are normal`. */
export function describeErrorNorm(name: ErrorNormName): string {
  if (name === 'empirical') return 'the quantiles of errors';
  return `a normal distribution of errors, ${name.slice('gaussian-'.length)} % of which are normal`;
}

/** Errors on sessions that were not learnt from, in scaled units. Plain data, stored in detector files. */
export interface ErrorNorm {
  readonly quantiles: Norm;
  readonly mean: number;
  /** Above 0. */
  readonly deviation: number;
}

/** Standard deviations on either side of the mean that the intervals reach. */
const REACH = { 'gaussian-98': 2.326_348, 'gaussian-99': 2.575_829, 'gaussian-99.9': 3.290_527 } as const;

/**
 * @param errors in the order of time
 * @param unit smaller errors mean nothing
 * @returns undefined where they are too few or drift
 */
export function fitErrorNorm(errors: Float64Array, unit: number): ErrorNorm | undefined {
  const quantiles = fitCheckedNorm(errors, { offset: null, leastScale: () => unit });
  if (quantiles === undefined) return undefined;
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const squares = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0);
  return { quantiles, mean, deviation: Math.max(unit, Math.sqrt(squares / errors.length)) };
}

/** -ln of the probability of an error so far out or further, in [0, 50]; 0 where it is normal. */
export function surpriseOfError({ quantiles, mean, deviation }: ErrorNorm, error: number, by: ErrorNormName): Nats {
  if (by === 'empirical') return surpriseUnder(quantiles, error);
  const distance = Math.abs(error - mean) / deviation;
  return distance > REACH[by] ? Math.min(MOST_SURPRISE, surpriseBeyond(distance)) : 0;
}

/** Errors between these are usual: 98 % of them where the quantiles judge. */
export function usualErrors(
  { quantiles, mean, deviation }: ErrorNorm,
  by: ErrorNormName,
): { from: number; to: number } {
  if (by === 'empirical') return { from: quantiles.low, to: quantiles.high };
  return { from: mean - REACH[by] * deviation, to: mean + REACH[by] * deviation };
}

/** Terms of the fraction below; enough for every distance from 2 on. */
const TERMS = 30;
const LN_ROOT_HALF_PI = Math.log(Math.PI / 2) / 2;

/**
 * -ln of the probability that a normal number lies so many standard deviations from the mean or more, by the continued fraction
 * of Mills's ratio, which does not underflow.
 *
 * @param distance at least 2
 * @see Abramowitz and Stegun, 26.2.14
 */
function surpriseBeyond(distance: number): Nats {
  let fraction = distance;
  for (let term = TERMS; term > 0; term--) fraction = distance + term / fraction;
  return distance ** 2 / 2 + LN_ROOT_HALF_PI + Math.log(fraction);
}
