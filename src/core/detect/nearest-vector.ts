import { countBelow } from '../base/count-below.ts';
import type { CountVector } from './count-vectors.ts';

export interface Near {
  /** 0 where there are no vectors. */
  readonly distance: number;
  readonly vector: CountVector | undefined;
}

/**
 * Finds the nearest of many count vectors by weighted L1 distance. The weighted sums of two vectors differ by no more than
 * their distance: a search that goes outward from the same sum ends when the sums alone are farther apart than the best.
 */
export class NearestVector {
  private readonly weights: readonly number[];
  private readonly vectors: readonly CountVector[];
  /** Weighted sum of each vector, ascending. */
  private readonly sums: Float64Array;
  /** Counts of the vector that is looked for, by symbol; zero between searches. */
  private readonly sought: Float64Array;

  /** @param weights of each symbol, above 0 */
  constructor(vectors: readonly CountVector[], weights: readonly number[]) {
    this.weights = weights;
    const summed = vectors.map((vector) => ({ vector, sum: this.sumOf(vector) })).sort((a, b) => a.sum - b.sum);
    this.vectors = summed.map(({ vector }) => vector);
    this.sums = Float64Array.from(summed, ({ sum }) => sum);
    this.sought = new Float64Array(weights.length);
  }

  /** @param onlyExcess counts below those of a vector cost nothing */
  find(vector: CountVector, onlyExcess = false): Near {
    this.fill(vector, 1);
    const sum = this.sumOf(vector);
    const middle = countBelow(this.sums, sum);
    let best: Near = { distance: OUT_OF_REACH, vector: undefined };
    let up = middle;
    let down = middle - 1;
    for (;;) {
      const above = this.gap(up, sum);
      const below = this.gap(down, sum);
      if (Math.min(onlyExcess && above < OUT_OF_REACH ? 0 : above, below) >= best.distance) break;
      const candidate = this.vectors[above <= below ? up++ : down--];
      if (candidate === undefined) break;
      const distance = this.distanceTo(candidate, sum, onlyExcess);
      if (distance < best.distance) best = { distance, vector: candidate };
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

  private sumOf({ symbol, count }: CountVector): number {
    let sum = 0;
    for (let at = 0; at < symbol.length; at++)
      sum += (this.weights[symbol[at] as number] as number) * (count[at] as number);
    return sum;
  }
}

const OUT_OF_REACH = Number.POSITIVE_INFINITY;
const ROUNDING = 1e-9;
