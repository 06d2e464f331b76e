import { countBelow } from '../base/count-below.ts';
import type { CountVector } from './count-vectors.ts';

export interface Near {
  /** 0 where there are no vectors. */
  readonly distance: number;
  readonly vector: CountVector | undefined;
}

/** Among fewer vectors than this a search needs no help of rare symbols. */
const MANY = 1000;
/** A symbol of no more vectors than this is rare. */
const RARE = 32;

/**
 * Finds the nearest of many count vectors by weighted L1 distance. Those that share a rare symbol with the sought one are looked
 * at one by one. All others share only what is common, so that their distance is no less than the weight of what is rare in the
 * sought one and the gap between their sum and that of the rest: a search that goes outward from this sum ends when that alone
 * is farther than the best. Without it, sessions that each hold a symbol of their own would all have to be compared in pairs.
 */
export class NearestVector {
  private readonly weights: readonly number[];
  private readonly vectors: readonly CountVector[];
  /** Weighted sum of each vector, ascending. */
  private readonly sums: Float64Array;
  /** Counts of the vector that is looked for, by symbol; zero between searches. */
  private readonly sought: Float64Array;
  /** By symbol: the vectors with it; undefined where it is not rare. */
  private readonly holders: readonly (readonly CountVector[] | undefined)[];

  /** @param weights of each symbol, above 0 */
  constructor(vectors: readonly CountVector[], weights: readonly number[]) {
    this.weights = weights;
    const summed = vectors.map((vector) => ({ vector, sum: this.sumOf(vector) })).sort((a, b) => a.sum - b.sum);
    this.vectors = summed.map(({ vector }) => vector);
    this.sums = Float64Array.from(summed, ({ sum }) => sum);
    this.sought = new Float64Array(weights.length);
    this.holders = vectors.length < MANY ? [] : holdersOfRare(this.vectors, weights.length);
  }

  /** @param onlyExcess counts below those of a vector cost nothing */
  find(vector: CountVector, onlyExcess = false): Near {
    this.fill(vector, 1);
    const sum = this.sumOf(vector);
    let best: Near = { distance: OUT_OF_REACH, vector: undefined };
    const look = (candidate: CountVector) => {
      const distance = this.distanceTo(candidate, sum, onlyExcess);
      if (distance < best.distance) best = { distance, vector: candidate };
    };
    for (const symbol of vector.symbol) this.holders[symbol]?.forEach(look);
    const common = this.sumOf(vector, (symbol) => this.holders[symbol] === undefined);
    let up = countBelow(this.sums, common);
    let down = up - 1;
    for (;;) {
      const above = this.gap(up, common);
      const below = this.gap(down, common);
      const least = Math.min(onlyExcess && above < OUT_OF_REACH ? 0 : above, below);
      if (sum - common + least >= best.distance - ROUNDING) break;
      const candidate = this.vectors[above <= below ? up++ : down--];
      if (candidate === undefined) break;
      look(candidate);
    }
    this.fill(vector, 0);
    return best.vector === undefined ? { distance: 0, vector: undefined } : best;
  }

  /** Between the sought sum and that of a vector. */
  private gap(at: number, sum: number): number {
    return Math.abs((this.sums[at] ?? OUT_OF_REACH) - sum);
  }

  private distanceTo({ symbol, count }: CountVector, sum: number, onlyExcess: boolean): number {
    let distance = sum;
    for (let at = 0; at < symbol.length; at++) {
      const one = symbol[at] as number;
      const sought = this.sought[one] as number;
      const more = sought - (count[at] as number);
      distance += (this.weights[one] as number) * ((onlyExcess ? Math.max(0, more) : Math.abs(more)) - sought);
    }
    // What remains of equal vectors after sums in another order is no distance.
    return distance < ROUNDING ? 0 : distance;
  }

  private fill({ symbol, count }: CountVector, factor: 0 | 1): void {
    for (let at = 0; at < symbol.length; at++) this.sought[symbol[at] as number] = factor * (count[at] as number);
  }

  private sumOf({ symbol, count }: CountVector, counts: (symbol: number) => boolean = all): number {
    let sum = 0;
    for (let at = 0; at < symbol.length; at++) {
      const one = symbol[at] as number;
      if (counts(one)) sum += (this.weights[one] as number) * (count[at] as number);
    }
    return sum;
  }
}

const all = () => true;

/** The vectors with each symbol; undefined where it is not rare. */
function holdersOfRare(vectors: readonly CountVector[], symbols: number): (CountVector[] | undefined)[] {
  const holders = Array.from({ length: symbols }, (): CountVector[] => []);
  for (const vector of vectors) {
    for (const symbol of vector.symbol) {
      const of = holders[symbol];
      if (of !== undefined && of.length <= RARE) of.push(vector);
    }
  }
  return holders.map((of) => (of.length > RARE ? undefined : of));
}

const OUT_OF_REACH = Number.POSITIVE_INFINITY;
const ROUNDING = 1e-9;
