import type { Milliseconds } from './units.ts';

/** How long something took, to 7 %. */
export interface TimeSpread {
  readonly median: Milliseconds;
  readonly p95: Milliseconds;
}

/** Bins to a doubling of the time: its three bits behind the highest. */
const FINENESS = 8;
const LONGEST: Milliseconds = 2 ** 31 - 2;

/** How many bins there are for times, each 7 % wider than the one before; shorter ones than 8 ms have a bin each. */
export const TIME_BINS = 32 * FINENESS;

/** Written for millions of times: by `Math.round` and bounds it takes twice as long. */
export function timeBin(took: Milliseconds): number {
  const whole = took >= LONGEST ? LONGEST : took < 0.5 ? 0 : (took + 0.5) | 0;
  if (whole < FINENESS) return whole;
  const shift = 28 - Math.clz32(whole);
  return shift * FINENESS + (whole >>> shift);
}

/** @param bins shape [TIME_BINS], how many times fall into each @returns undefined where none does */
export function spreadOf(bins: Int32Array): TimeSpread | undefined {
  const all = bins.reduce((sum, count) => sum + count, 0);
  return all === 0 ? undefined : { median: quantileOf(bins, 0.5 * all), p95: quantileOf(bins, 0.95 * all) };
}

function quantileOf(bins: Int32Array, rank: number): Milliseconds {
  let seen = 0;
  const bin = bins.findIndex((count) => {
    seen += count;
    return seen >= rank;
  });
  return timeOf(bin);
}

/** The middle of a bin. */
function timeOf(bin: number): Milliseconds {
  if (bin < 2 * FINENESS) return bin;
  const shift = Math.floor(bin / FINENESS) - 1;
  return (bin - shift * FINENESS + 0.5) * 2 ** shift;
}
