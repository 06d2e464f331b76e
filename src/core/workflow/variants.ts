import { firstAlike, hashOfRange, sameValues } from '../base/first-alike.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** Sessions with the same keys in the same order. */
export interface Variant {
  readonly keys: readonly number[];
  /** How many sessions there are. */
  readonly count: number;
}

/** Sessions that a workflow is learnt from; those with the same keys in the same order are looked at once. */
export interface LearntSessions {
  readonly all: WorkflowSessions;
  /** Indices. */
  readonly sessions: readonly number[];
  /** Most frequent first; of equals the smaller keys first, so that the order of sessions does not matter. */
  readonly variants: readonly Variant[];
  /** Shape [sessions]: the index of the variant of each. */
  readonly variantOf: Int32Array;
}

/** @param sessions indices */
export function learntSessions(all: WorkflowSessions, sessions: readonly number[]): LearntSessions {
  const {
    table: { key },
    from,
    to,
  } = all;
  const fromOf = (row: number) => from[sessions[row] as number] as number;
  const toOf = (row: number) => to[sessions[row] as number] as number;
  const first = firstAlike(
    sessions.length,
    (row) => hashOfRange(key, fromOf(row), toOf(row), toOf(row) - fromOf(row)),
    (one, other) => {
      const length = toOf(one) - fromOf(one);
      return length === toOf(other) - fromOf(other) && sameValues(key, fromOf(one), fromOf(other), length);
    },
  );
  const counts = new Int32Array(sessions.length);
  const kinds: number[] = [];
  for (let row = 0; row < first.length; row++) {
    const kind = first[row] as number;
    if (kind === row) kinds.push(row);
    counts[kind] = (counts[kind] as number) + 1;
  }
  const found = kinds
    .map((row) => ({ row, keys: [...key.subarray(fromOf(row), toOf(row))], count: counts[row] as number }))
    .sort((a, b) => b.count - a.count || compareKeys(a.keys, b.keys));
  // Counts have served; from here on the place of the first row of a variant holds its index.
  found.forEach(({ row }, variant) => {
    counts[row] = variant;
  });
  for (let row = 0; row < first.length; row++) first[row] = counts[first[row] as number] as number;
  return { all, sessions, variants: found.map(({ keys, count }) => ({ keys, count })), variantOf: first };
}

/**
 * The distinct sequences of keys of some sessions, in an order that depends on nothing but themselves.
 *
 * @param sessions indices
 */
export function variantsOf(all: WorkflowSessions, sessions: readonly number[]): readonly Variant[] {
  return learntSessions(all, sessions).variants;
}

/** Adds up variants that have become alike. Keeps the order in which they first come. */
export function merged(variants: readonly Variant[]): readonly Variant[] {
  const counts = new Map<string, { readonly keys: readonly number[]; count: number }>();
  for (const { keys, count } of variants) {
    const name = keys.join(' ');
    const known = counts.get(name);
    if (known === undefined) counts.set(name, { keys, count });
    else known.count += count;
  }
  return [...counts.values()];
}

export function sessionsOf(variants: readonly Variant[]): number {
  return variants.reduce((sum, { count }) => sum + count, 0);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((key, at) => key !== b[at]);
  return place < 0 ? a.length - b.length : (a[place] as number) - (b[place] ?? -1);
}
