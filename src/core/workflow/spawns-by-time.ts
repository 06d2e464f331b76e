import type { LogKey } from '../base/brand.ts';
import { extentOf } from '../base/extent.ts';
import type { Milliseconds } from '../base/units.ts';
import type { Spawn } from './spawn.ts';
import type { WorkflowSessions } from './started-sessions.ts';
import { type Step, StepsBeforeStarts } from './steps-before-starts.ts';
import { TaskStarts } from './task-starts.ts';

/** A step starts a task where it comes closely before this share of its sessions ... */
const MOST = 0.875;
/** ... within this part of the usual gap between such steps. */
const CLOSE = 0.1;

/** Cells of the table of steps and starts that is held at once; where there are more, the events are looked at more than once. */
const MOST_CELLS = 2 ** 22;

/**
 * For each task that is asked for, the step of another one that comes closest before its sessions, if it comes much closer than by chance.
 * A step counts in sessions of its own task.
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
  const [first, last] = extentOf(all.table.time);
  const span = last - first;
  if (starts.tasks.length === 0 || keysOfTasks.length < 2 || !(span > 0)) return [];
  const steps = keysOfTasks
    .flatMap((keys, from) => keys.map((key) => ({ key: key as LogKey, from })))
    .sort((a, b) => a.key - b.key);
  const closest = new Map<number, TimedSpawn>();
  const atOnce = Math.max(1, Math.floor(MOST_CELLS / starts.time.length));
  for (let at = 0; at < steps.length; at += atOnce) {
    const some = steps.slice(at, at + atOnce);
    const before = new StepsBeforeStarts(all, taskOf, some, starts.time);
    some.forEach((step, place) => {
      const gap = span / (before.count[place] as number);
      for (const spawn of startedBy(step, starts, before.latestOf(place), gap)) {
        if (!(spawn.waited >= (closest.get(spawn.to)?.waited ?? Number.POSITIVE_INFINITY)))
          closest.set(spawn.to, spawn);
      }
    });
  }
  return [...closest.values()].map(({ waited: _, ...spawn }) => spawn);
}

interface TimedSpawn extends Spawn {
  /** How long its sessions followed the step, all together. */
  readonly waited: Milliseconds;
}

/** The tasks that a step seems to start. @param gap the usual one between such steps; infinite where there are none */
function startedBy(
  { key, from }: Step,
  starts: TaskStarts,
  latest: Float64Array,
  gap: Milliseconds,
): readonly TimedSpawn[] {
  if (gap === Number.POSITIVE_INFINITY) return [];
  return starts.tasks.flatMap((to) => {
    if (to === from) return [];
    const { share, waited } = starts.waits(to, latest, gap, CLOSE * gap);
    return share >= MOST ? [{ from, to, key, share, by: 'time' as const, waited }] : [];
  });
}
