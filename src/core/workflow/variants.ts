import { IntList } from '../base/int-list.ts';
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
export function variantsOf(all: WorkflowSessions, sessions: Iterable<number>): readonly Variant[] {
  const distinct = new DistinctSessions(all);
  for (const session of sessions) distinct.add(session);
  return distinct.variants().sort((a, b) => b.count - a.count || compareKeys(a.keys, b.keys));
}

/** A hash table of sessions by their keys: of a million sessions no names are made. */
class DistinctSessions {
  private readonly all: WorkflowSessions;
  /** The first session of each variant, and how many follow it. */
  private readonly first = new IntList();
  private readonly count = new IntList();
  /** Places of variants by hash; -1 where there is none. */
  private slots = new Int32Array(1024).fill(-1);

  constructor(all: WorkflowSessions) {
    this.all = all;
  }

  add(session: number): void {
    const slot = this.slotOf(session);
    const known = this.slots[slot] as number;
    if (known >= 0) {
      this.count.set(known, this.count.at(known) + 1);
      return;
    }
    this.slots[slot] = this.first.push(session);
    this.count.push(1);
    if (2 * this.first.length > this.slots.length) this.grow();
  }

  variants(): Variant[] {
    return Array.from({ length: this.first.length }, (_, at) => ({
      keys: [...this.keysOf(this.first.at(at))],
      count: this.count.at(at),
    }));
  }

  private keysOf(session: number): Int32Array {
    const { table, from, to } = this.all;
    return table.key.subarray(from[session] as number, to[session] as number);
  }

  /** Where the session, or one with the same keys, is or would be. */
  private slotOf(session: number): number {
    const mask = this.slots.length - 1;
    let slot = this.hashOf(session) & mask;
    for (;;) {
      const known = this.slots[slot] as number;
      if (known < 0 || this.isSame(this.first.at(known), session)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private hashOf(session: number): number {
    const { key } = this.all.table;
    const end = this.all.to[session] as number;
    let event = this.all.from[session] as number;
    let hash = end - event;
    for (; event < end; event++) {
      hash = Math.imul(hash ^ (key[event] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private isSame(a: number, b: number): boolean {
    const { table, from, to } = this.all;
    const { key } = table;
    const [own, other] = [from[a] as number, from[b] as number];
    const length = (to[a] as number) - own;
    if ((to[b] as number) - other !== length) return false;
    for (let at = 0; at < length; at++) if (key[own + at] !== key[other + at]) return false;
    return true;
  }

  private grow(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(-1);
    for (let at = 0; at < this.first.length; at++) this.slots[this.slotOf(this.first.at(at))] = at;
  }
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
