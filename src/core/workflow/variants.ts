import { firstAlike, hashOfRange, sameValues } from '../base/first-alike.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** Sessions with the same keys in the same order. */
export interface Variant {
  readonly keys: readonly number[];
  /** How many sessions there are. */
  readonly count: number;
}

/**
 * The distinct sequences of keys of some sessions, most frequent first; of equals the smaller keys first, so that the order of
 * sessions does not matter.
 *
 * @param sessions indices
 */
export function variantsOf(
  { table: { key }, from, to }: WorkflowSessions,
  sessions: readonly number[],
): readonly Variant[] {
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
  for (const row of first) counts[row] = (counts[row] as number) + 1;
  return [...first.filter((kind, row) => kind === row)]
    .map((row) => ({ keys: [...key.subarray(fromOf(row), toOf(row))], count: counts[row] as number }))
    .sort((a, b) => b.count - a.count || compareKeys(a.keys, b.keys));
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
