import type { Nats } from '../../base/units.ts';

/** A place has few values if these are no more: numbers are amounts sooner than words are names, ... */
const MOST = { number: 8, word: 16 } as const;
/** ... and come this often on average. */
const REPEATED = 4;
/** Fewer values than this do not tell that there are no others. */
const FEWEST = 30;

/** The values of a place while they are few. */
export class FewValues {
  private readonly counts = new Map<number, number>();
  /** How many values had come when one came for the first time. */
  private readonly firsts: number[] = [];
  private total = 0;
  private readonly most: number;

  constructor(kind: keyof typeof MOST) {
    this.most = MOST[kind];
  }

  add(value: number): void {
    this.total++;
    const count = this.counts.get(value);
    if (count === undefined && this.counts.size > this.most) return;
    if (count === undefined) this.firsts.push(this.total);
    this.counts.set(value, (count ?? 0) + 1);
  }

  /** The most frequent ones first; undefined where they are many. */
  values(): readonly number[] | undefined {
    return this.counted()?.map(([value]) => value);
  }

  /** The same, with how often each came. */
  counted(): readonly (readonly [value: number, count: number])[] | undefined {
    if (this.counts.size > this.most || this.total < REPEATED * this.counts.size) return undefined;
    return [...this.counts].sort(([a, m], [b, n]) => n - m || a - b);
  }

  /**
   * Surprise of the next value being another one: by how many came only once (Good and Turing), and by how many of the last third
   * were new.
   *
   * @returns undefined where the values are too few or too many to tell
   */
  surpriseOfOthers(): Nats | undefined {
    const { total, counts, firsts } = this;
    if (total < FEWEST || this.values() === undefined) return undefined;
    const once = [...counts.values()].filter((count) => count === 1).length;
    const late = firsts.filter((first) => 3 * first > 2 * total).length;
    return -Math.log(Math.max((once + 1) / (total + 1), late / (total / 3)));
  }
}
