import type { LogKey } from '../base/brand.ts';
import { placesOf } from '../sequence/frequent-keys.ts';
import type { Spawn } from './spawn.ts';
import type { WorkflowSessions } from './started-sessions.ts';
import { TaskStarts } from './task-starts.ts';

/** A step starts a task where it comes closely before this share of its sessions ... */
const MOST = 0.875;
/** ... within this part of the usual gap between such steps. */
const CLOSE = 0.1;

/**
 * For each task that is asked for, the step of another one that comes closest before its sessions, if it comes much closer than by chance.
 * A step counts in sessions of its own task. The events are looked at once, however many tasks there are.
 *
 * @param taskOf by session, the index of its task; -1 for none
 * @param keysOfTasks by task, its keys; no key is in two
 * @param asked indices of tasks
 */
export function spawnsByTime(
  all: WorkflowSessions,
  taskOf: Int32Array,
  keysOfTasks: readonly (readonly number[])[],
  asked: readonly number[],
): readonly Spawn[] {
  const starts = new TaskStarts(all, taskOf, asked);
  const span = spanOf(all.table.time);
  if (starts.tasks.length === 0 || keysOfTasks.length < 2 || !(span > 0)) return [];
  const closest = new Map<number, Spawn & { readonly waited: number }>();
  for (const { key, from, times } of timesOfSteps(all, taskOf, keysOfTasks)) {
    const gap = span / times.length;
    const latest = starts.latestBefore(times);
    for (const to of starts.tasks) {
      if (to === from) continue;
      const { share, waited } = starts.waits(to, latest, gap, CLOSE * gap);
      if (share >= MOST && !(waited >= (closest.get(to)?.waited ?? Number.POSITIVE_INFINITY)))
        closest.set(to, { from, to, key, share, by: 'time', waited });
    }
  }
  return [...closest.values()].map(({ waited: _, ...spawn }) => spawn);
}

interface Step {
  readonly key: LogKey;
  readonly from: number;
  /** Not in order. */
  readonly times: Float64Array;
}

/** The times at which each key of a task came in sessions of that task, by ascending keys. */
function timesOfSteps(
  { table: { key, time }, from, to }: WorkflowSessions,
  taskOf: Int32Array,
  keysOfTasks: readonly (readonly number[])[],
): readonly Step[] {
  const home = keysOfTasks.flatMap((keys, task) => keys.map((own) => [own, task] as const)).sort(([a], [b]) => a - b);
  const places = placesOf(
    home.map(([own]) => own),
    key,
  );
  const each = (use: (place: number, time: number) => void) => {
    for (let session = 0; session < taskOf.length; session++) {
      const end = to[session] as number;
      for (let event = from[session] as number; event < end; event++) {
        const place = places[key[event] as number] as number;
        const at = time[event] as number;
        if (place >= 0 && home[place]?.[1] === taskOf[session] && !Number.isNaN(at)) use(place, at);
      }
    }
  };
  const counts = new Int32Array(home.length);
  each((place) => {
    counts[place] = (counts[place] as number) + 1;
  });
  const steps = home.map(([own, task], place): Step => {
    return { key: own as LogKey, from: task, times: new Float64Array(counts[place] as number) };
  });
  counts.fill(0);
  each((place, at) => {
    const count = counts[place] as number;
    counts[place] = count + 1;
    const times = steps[place]?.times;
    if (times) times[count] = at;
  });
  return steps.filter(({ times }) => times.length > 0);
}

function spanOf(time: Float64Array): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of time) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return last - first;
}
