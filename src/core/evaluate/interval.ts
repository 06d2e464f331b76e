/** A share with its Wilson interval at 95 %; NaN where there is nothing to take a share of. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959964;

/** `part` of `whole`: the interval of E. B. Wilson (1927), which holds for few cases and for shares near 0 and 1 too. */
export function wilsonShare(part: number, whole: number): Share {
  if (whole === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const value = part / whole;
  const scale = 1 + Z ** 2 / whole;
  const centre = (value + Z ** 2 / (2 * whole)) / scale;
  const reach = (Z * Math.sqrt((value * (1 - value) + Z ** 2 / (4 * whole)) / whole)) / scale;
  return { value, low: part === 0 ? 0 : centre - reach, high: part === whole ? 1 : centre + reach };
}
