import type { SeriesInLog } from './series-in-log.ts';

/** The past tells a number where errors are at most this part of the distance from the usual one. */
const TELLS = 0.5;
/** The largest errors may be anomalies. */
const LEFT_OUT = 0.02;

/**
 * How far the numbers of a place are from its median among the training positions: the errors of somebody who knows no more than that.
 *
 * @param spread of its scaling
 * @returns shape [positions], in scaled units; NaN where a vector has no such number
 */
export function distances(
  own: SeriesInLog,
  place: number,
  spread: number,
  training: readonly number[],
  positions: readonly number[],
): Float64Array {
  const known = training.map((at) => own.level(at, place)).filter((level) => !Number.isNaN(level));
  const usual = known.sort((a, b) => a - b)[known.length >> 1] ?? 0;
  return Float64Array.from(positions, (at) => (own.level(at, place) - usual) / spread);
}

/** Whether forecasts with these errors tell a number. */
export function tells(errors: Float64Array, distance: Float64Array): boolean {
  return trimmedMean(errors) <= TELLS * trimmedMean(distance);
}

/** Mean distance from 0 without the largest ones; infinite where there are none. */
function trimmedMean(values: Float64Array): number {
  const sorted = values
    .filter((value) => !Number.isNaN(value))
    .map(Math.abs)
    .sort();
  const kept = sorted.subarray(0, Math.ceil(sorted.length * (1 - LEFT_OUT)));
  return kept.length === 0 ? Number.POSITIVE_INFINITY : kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
