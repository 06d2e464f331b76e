import { NOISE } from './noise.ts';
import type { Variant } from './variants.ts';

/** Which key comes right after which in some sessions, without what is too rare to mean anything. */
export interface Follows {
  /** Ascending. */
  readonly keys: readonly number[];
  /** By key, those that come right after it. */
  readonly next: ReadonlyMap<number, ReadonlySet<number>>;
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

type Counts = Map<number, Map<number, number>>;

/** Stands for BEGIN before the first key and for END behind the last. */
const EDGE = -1;

/** A way into a key that brings at least this share of what comes to it is kept, however rarely it is taken. */
const MAIN_WAY = 0.5;

export function followsOf(variants: readonly Variant[]): Follows {
  const counts: Counts = new Map();
  const into = new Map<number, number>();
  for (const { keys, count } of variants) {
    let before = EDGE;
    for (const key of [...keys, EDGE]) {
      add(counts, before, key, count);
      into.set(key, (into.get(key) ?? 0) + count);
      before = key;
    }
  }
  const keys = [...counts.keys()].filter((key) => key !== EDGE).sort((a, b) => a - b);
  const next = new Map([...counts].map(([from, to]) => [from, usual(to, into)]));
  return {
    keys,
    next: new Map(keys.map((key) => [key, without(next.get(key), EDGE)])),
    starts: without(next.get(EDGE), EDGE),
    ends: new Set(keys.filter((key) => next.get(key)?.has(EDGE))),
  };
}

function add(counts: Counts, from: number, to: number, count: number): void {
  const row = counts.get(from) ?? new Map<number, number>();
  row.set(to, (row.get(to) ?? 0) + count);
  counts.set(from, row);
}

/** Ways that are not much rarer than the most frequent one from the same key. */
function usual(row: ReadonlyMap<number, number>, into: ReadonlyMap<number, number>): ReadonlySet<number> {
  const most = Math.max(...row.values());
  const kept = [...row].filter(
    ([to, count]) => count >= NOISE * most || (to !== EDGE && count >= MAIN_WAY * (into.get(to) ?? 0)),
  );
  return new Set(kept.map(([to]) => to));
}

function without(set: ReadonlySet<number> | undefined, key: number): ReadonlySet<number> {
  return new Set([...(set ?? [])].filter((one) => one !== key));
}
