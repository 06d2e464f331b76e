import { byCount, frequentKeys } from '../sequence/frequent-keys.ts';
import { components } from './components.ts';
import { sessionsOf, type Variant } from './variants.ts';

/** Sessions that do the same kind of work: they share keys with one another, and none with others. */
export interface Task {
  /** Ascending. */
  readonly keys: readonly number[];
  /** Of sessions that have most of their events in this task; keys of other tasks are left out. */
  readonly variants: readonly Variant[];
  readonly sessions: number;
}

/** Two keys belong to one task where more than this share of the sessions with the rarer one have the other too. */
const TOGETHER = 0.6;

/**
 * Divides sessions among the tasks that share a log, by which keys come together. The task with most sessions first.
 *
 * @param most bound on the keys that are looked at: the most frequent ones
 */
export function tasksOf(variants: readonly Variant[], most: number): readonly Task[] {
  const keys = frequentKeys(countSessions(variants), most);
  const together = countTogether(variants, keys);
  const at = (a: number, b: number) => together[a * keys.length + b] as number;
  const groups = components([...keys.keys()], (a, b) => at(a, b) > TOGETHER * Math.min(at(a, a), at(b, b)));
  const taskOf = new Map(groups.flatMap((group, task) => group.map((place) => [keys[place] as number, task] as const)));
  const own = groups.map((): Variant[] => []);
  for (const variant of variants) {
    const task = mainTask(variant.keys, taskOf);
    if (task === undefined) continue;
    own[task]?.push({ keys: variant.keys.filter((key) => taskOf.get(key) === task), count: variant.count });
  }
  const tasks = groups.map((group, task) => ({
    keys: group.map((place) => keys[place] as number),
    variants: own[task] ?? [],
    sessions: sessionsOf(own[task] ?? []),
  }));
  return tasks
    .filter(({ sessions }) => sessions > 0)
    .sort((a, b) => b.sessions - a.sessions || (a.keys[0] ?? 0) - (b.keys[0] ?? 0));
}

/** By key, how many sessions have it. */
function countSessions(variants: readonly Variant[]): ReadonlyMap<number, number> {
  const sessions = new Map<number, number>();
  for (const { keys, count } of variants) {
    for (const key of new Set(keys)) sessions.set(key, (sessions.get(key) ?? 0) + count);
  }
  return sessions;
}

/** Shape [keys, keys]: how many sessions have both keys. */
function countTogether(variants: readonly Variant[], keys: readonly number[]): Float64Array {
  const place = new Map(keys.map((key, at) => [key, at]));
  const together = new Float64Array(keys.length * keys.length);
  for (const variant of variants) {
    const own = [...new Set(variant.keys)].flatMap((key) => place.get(key) ?? []);
    for (const a of own) {
      for (const b of own) {
        const cell = a * keys.length + b;
        together[cell] = (together[cell] as number) + variant.count;
      }
    }
  }
  return together;
}

function mainTask(keys: readonly number[], taskOf: ReadonlyMap<number, number>): number | undefined {
  const events = new Map<number, number>();
  for (const key of keys) {
    const task = taskOf.get(key);
    if (task !== undefined) events.set(task, (events.get(task) ?? 0) + 1);
  }
  return byCount(events)[0]?.[0];
}
