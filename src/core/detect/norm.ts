import { quantile } from '../base/quantile.ts';
import type { Nats } from '../base/units.ts';

/**
 * What is usual for an amount: its quantiles, and how fast values beyond them become rare. Values beyond `from` of a bound are a
 * `share` of all, and fall off exponentially by `scale` ("peaks over threshold"), so that a value further out than any that was
 * seen has a probability too.
 */
export interface Norm {
  /** Values it was fitted on. */
  readonly count: number;
  /** 1 %, 50 % and 99 % of the values are at most this, as they were measured. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Bounds are those of ln(value + offset); null where they are those of the values. */
  readonly offset: number | null;
  /** In (0, 0.5]. */
  readonly share: number;
  readonly lower: Bound;
  readonly upper: Bound;
}

interface Bound {
  readonly from: number;
  /** Above 0. */
  readonly scale: number;
}

/** How values are compared: by differences, or by ratios of what is `offset` above them. */
export interface NormOptions {
  readonly offset: number | null;
  /** Least `scale` of a bound at a value, e.g. what rounding alone makes. */
  readonly leastScale: (bound: number) => number;
}

/** Fewer values than this say nothing about rare ones. */
const FEWEST = 20;
/** Share of values beyond each bound where there are many; ten where these are fewer, or else a third. */
const BEYOND = 0.05;
const FEWEST_BEYOND = 10;
const MOST_BEYOND = 1 / 3;
/** Between the 1 % and the 99 % quantile lie this many standard deviations of a normal distribution. */
const DEVIATIONS_APART = 4.65;
/** The values just below the largest are never packed closer than those of an even spread are: a tenth of its deviation. */
const EVEN_SPREAD = 0.1;
/** Nobody can tell this from never. */
export const MOST_SURPRISE: Nats = 50;

/** @returns undefined where the values are too few */
export function fitNorm(values: Float64Array, { offset, leastScale }: NormOptions): Norm | undefined {
  const count = values.length;
  if (count < FEWEST) return undefined;
  const measured = values.toSorted();
  const sorted = offset === null ? measured : measured.map((value) => Math.log(value + offset));
  const beyond = Math.ceil(Math.max(BEYOND * count, Math.min(FEWEST_BEYOND, MOST_BEYOND * count)));
  const spread = (quantile(sorted, 0.99) - quantile(sorted, 0.01)) / DEVIATIONS_APART;
  const leastAt = (index: number) =>
    Math.max(EVEN_SPREAD * spread, leastScale(measured[index] as number), Number.EPSILON);
  const lowest = sorted.subarray(0, beyond + 1).toReversed();
  const highest = sorted.subarray(count - beyond - 1);
  return {
    count,
    low: quantile(measured, 0.01),
    median: quantile(measured, 0.5),
    high: quantile(measured, 0.99),
    offset,
    share: beyond / count,
    lower: boundOf(lowest, leastAt(beyond)),
    upper: boundOf(highest, leastAt(count - beyond - 1)),
  };
}

/** Quantiles of the values beyond a bound that its scale comes from: a few anomalies among them do not move these. */
const QUANTILES = [0.5, 0.8];

/**
 * By one standard error more than the values say: an estimate from few of them must not make the next one look impossible.
 *
 * @param outwards the bound, and the values beyond it
 */
function boundOf(outwards: Float64Array, leastScale: number): Bound {
  const from = outwards[0] as number;
  const beyond = outwards.length - 1;
  const scales = QUANTILES.map((share) => {
    const at = outwards[Math.round(share * beyond)] as number;
    return Math.abs(at - from) / -Math.log(1 - share);
  });
  return { from, scale: Math.max(leastScale, Math.max(...scales) * (1 + 1 / Math.sqrt(beyond))) };
}

/** -ln of the probability of a value so far out or further, in [0, 50]; 0 between the bounds. */
export function surpriseUnder(norm: Norm, value: number): Nats {
  const distance = distanceBeyond(norm, value);
  return distance === 0 ? 0 : Math.min(MOST_SURPRISE, distance - Math.log(norm.share));
}

/** Judges many values by a norm: most lie between its bounds, and are told from the others without a logarithm. */
export class NormJudge {
  readonly norm: Norm;
  /** Values from `from` to `to` surely lie between the bounds. */
  private readonly from: number;
  private readonly to: number;

  constructor(norm: Norm) {
    const { offset, lower, upper } = norm;
    this.norm = norm;
    this.from = offset === null ? lower.from : Math.exp(lower.from) * (1 + ROUNDING) - offset;
    this.to = offset === null ? upper.from : Math.exp(upper.from) * (1 - ROUNDING) - offset;
  }

  /** @see surpriseUnder */
  surprise(value: number): Nats {
    return value >= this.from && value <= this.to ? 0 : surpriseUnder(this.norm, value);
  }
}

const ROUNDING = 1e-9;

/** As {@link surpriseUnder}, where only small values are odd. */
export function surpriseBelow(norm: Norm, value: number): Nats {
  return value < norm.median ? surpriseUnder(norm, value) : 0;
}

/** How many `scale`s a value lies beyond a bound; 0 between the bounds and for NaN. */
function distanceBeyond({ offset, lower, upper }: Norm, value: number): number {
  const at = offset === null ? value : Math.log(Math.max(0, value + offset));
  if (at > upper.from) return (at - upper.from) / upper.scale;
  return at < lower.from ? (lower.from - at) / lower.scale : 0;
}

/** What one usual session in twenty has is not odd, however few sessions there are to compare it with. */
const LEAST_ODD: Nats = Math.log(20);

/**
 * The most surprising of what was found odd, and its surprise beyond what `judged` tests make likely in one session of twenty.
 *
 * @returns undefined where that leaves nothing
 */
export function beyondChance<T extends { readonly surprise: Nats }>(
  odd: readonly T[],
  judged: number,
): { readonly most: T; readonly score: Nats } | undefined {
  const [first, ...others] = odd;
  if (first === undefined) return undefined;
  const most = others.reduce((a, b) => (b.surprise > a.surprise ? b : a), first);
  const score = excessOver(most.surprise, judged);
  return score > 0 ? { most, score } : undefined;
}

/** How much the most surprising of what was judged exceeds what so many tests make likely in one session of twenty; at least 0. */
export function excessOver(surprise: Nats, judged: number): Nats {
  return surprise === 0 ? 0 : Math.max(0, surprise - Math.log(Math.max(1, judged)) - LEAST_ODD);
}

/** The later part of the values is held out to see whether the rest foretells it. */
const FITTED = 2 / 3;
/** Where so many times more values lie beyond the bounds than should, values drift. */
const DRIFT = 3;
const FEWEST_DRIFTED = 5;
/** The most surprising of the held-out values are left out, for they may be anomalies: one, and one in so many. */
const ANOMALY_IN = 1000;
/** Held-out values may be this much more surprising than chance has them before the bounds are widened. */
const SLACK: Nats = 1;
/** Bounds widened further than this tell nothing. */
const WIDEST = 20;

/**
 * Fits what is usual on the earlier values and tests it on the later ones: where these are more surprising than they should be,
 * the bounds are widened.
 *
 * @param values in time order
 * @returns undefined where they are too few or drift, as a counter does
 */
export function fitCheckedNorm(values: Float64Array, options: NormOptions): Norm | undefined {
  const fitted = Math.round(values.length * FITTED);
  const norm = fitNorm(values.subarray(0, fitted), options);
  if (norm === undefined) return undefined;
  const later = values.subarray(fitted);
  const distances = later
    .map((value) => distanceBeyond(norm, value))
    .sort()
    .reverse();
  const outside = distances.filter((distance) => distance > 0).length;
  if (outside > FEWEST_DRIFTED + DRIFT * 2 * norm.share * later.length) return undefined;
  const leftOut = 1 + Math.floor(later.length / ANOMALY_IN);
  const expected = Math.max(1, Math.log((2 * norm.share * later.length) / (leftOut + 1))) + SLACK;
  const factor = Math.max(1, (distances[leftOut] ?? 0) / expected);
  return factor > WIDEST ? undefined : widen(norm, factor);
}

function widen(norm: Norm, factor: number): Norm {
  const { lower, upper } = norm;
  return {
    ...norm,
    lower: { ...lower, scale: lower.scale * factor },
    upper: { ...upper, scale: upper.scale * factor },
  };
}
