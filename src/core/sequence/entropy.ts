/** How often each of some whole numbers came. */
export class Counts {
  readonly byValue = new Map<number, number>();
  total = 0;

  add(value: number): void {
    this.byValue.set(value, (this.byValue.get(value) ?? 0) + 1);
    this.total++;
  }
}

/** Bits by which each value beyond the first one makes up for those that did not come. */
const CORRECTION = 1 / (2 * Math.LN2);

/** H(value) in bits, with the Miller-Madow correction, without which few draws look more orderly than they are. */
export function bitsOf({ byValue, total }: Counts): number {
  if (total === 0) return 0;
  let bits = total * Math.log2(total);
  for (const count of byValue.values()) bits -= count * Math.log2(count);
  return (bits + (byValue.size - 1) * CORRECTION) / total;
}

/**
 * H(second | first) in bits, with the Miller-Madow correction for each first value.
 *
 * @param pairs each `first * base + second`, `second` in [0, base)
 */
export function bitsOfPairs({ byValue, total }: Counts, base: number): number {
  if (total === 0) return 0;
  const sums = new Map<number, number>();
  let bits = 0;
  for (const [pair, count] of byValue) {
    const first = Math.floor(pair / base);
    sums.set(first, (sums.get(first) ?? 0) + count);
    bits -= count * Math.log2(count);
  }
  for (const sum of sums.values()) bits += sum * Math.log2(sum);
  return (bits + (byValue.size - sums.size) * CORRECTION) / total;
}
