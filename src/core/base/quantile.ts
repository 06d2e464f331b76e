/**
 * The smallest of the values that at least this share of them does not exceed ("nearest rank"): always one that occurs.
 *
 * @param sorted ascending, at least one
 * @param share in [0, 1]; 0 is the minimum, 1 the maximum
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError(`There is no quantile ${share} of ${sorted.length} values`);
  return value;
}
