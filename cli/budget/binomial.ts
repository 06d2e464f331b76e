/** Smallest and largest number of successes that are not too few or too many. */
export interface CountInterval {
  readonly least: number;
  readonly most: number;
}

/** Of each tail, at most. */
const BEYOND = 0.025;

/**
 * The numbers of successes among n independent trials that one of twenty times at most lies outside of: no more than 2.5 % of the
 * exact binomial distribution below it, nor above it.
 *
 * @param chance of a success, in (0, 1)
 */
export function binomialInterval(trials: number, chance: number): CountInterval {
  let least = 0;
  let upTo = 0;
  for (let count = 0; count <= trials; count++) {
    upTo += Math.exp(logChoose(trials, count) + count * Math.log(chance) + (trials - count) * Math.log1p(-chance));
    if (upTo <= BEYOND) least = count + 1;
    if (upTo >= 1 - BEYOND) return { least, most: count };
  }
  return { least, most: trials };
}

/** ln of the number of ways to choose some of n things. */
function logChoose(n: number, some: number): number {
  let sum = 0;
  for (let i = 1; i <= some; i++) sum += Math.log((n - some + i) / i);
  return sum;
}
