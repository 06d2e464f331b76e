import type { LogKey } from '../base/brand.ts';
import { countBelow } from '../base/count-below.ts';
import { sessionAt } from '../sequence/session-at.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** A step of one task that starts sessions of another. */
export interface Spawn {
  /** Indices of tasks. */
  readonly from: number;
  readonly to: number;
  readonly key: LogKey;
  /** Of the sessions of `to`, in (0, 1]. */
  readonly share: number;
  /** Their first line also names the session that started them, or their first event follows the step closely in time. */
  readonly by: 'identifier' | 'time';
}

/** A task is started by a step that comes before this share of its sessions. */
const MOST = 0.5;
/** Where times alone tell it, before this share of them, ... */
const MOST_BY_TIME = 0.875;
/** ... and within this part of the usual gap between such steps. */
const CLOSE = 0.1;
/** Sessions of a task that are looked at by time. */
const SAMPLE = 500;

/**
 * @param taskOf by session, the index of its task; -1 for none
 * @param tasks how many there are
 */
export function findSpawns(sessions: WorkflowSessions, taskOf: Int32Array, tasks: number): readonly Spawn[] {
  const named = spawnsByLine(sessions, taskOf, tasks);
  const open = Array.from({ length: tasks }, (_, task) => task).filter((task) => !named.some(({ to }) => to === task));
  const timed = tasks > 1 ? open.flatMap((task) => spawnByTime(sessions.table, taskOf, task)) : [];
  return [...named, ...timed].sort((a, b) => a.to - b.to);
}

function spawnsByLine({ table, startedBy }: WorkflowSessions, taskOf: Int32Array, tasks: number): readonly Spawn[] {
  const found = new Map<string, { readonly from: number; readonly to: number; readonly key: LogKey; count: number }>();
  startedBy.forEach((event, session) => {
    if (event < 0) return;
    const [from, to] = [taskOf[sessionAt(table, event)] as number, taskOf[session] as number];
    const key = table.key[event] as LogKey;
    const name = `${from} ${to} ${key}`;
    const spawn = found.get(name) ?? { from, to, key, count: 0 };
    found.set(name, spawn);
    spawn.count++;
  });
  const sizes = sizesOf(taskOf, tasks);
  return [...found.values()]
    .filter(({ from, to }) => from >= 0 && to >= 0)
    .map(({ count, ...spawn }): Spawn => ({ ...spawn, share: count / (sizes[spawn.to] as number), by: 'identifier' }))
    .filter(({ share }) => share >= MOST);
}

/** The step of another task that comes closest before the sessions of a task, if it comes much closer than by chance. */
function spawnByTime(table: SessionTable, taskOf: Int32Array, task: number): readonly Spawn[] {
  const starts = startsOf(table, taskOf, task);
  const span = spanOf(table);
  if (starts.length < 2 || !(span > 0)) return [];
  const byKey = latestBefore(table, taskOf, task, starts);
  const steps = [...byKey.values()].map(({ from, key, events, latest }) => {
    const gap = span / events;
    const waits = starts.map((start, at) => Math.min(gap, start - (latest[at] as number)));
    const share = waits.filter((wait) => wait <= CLOSE * gap).length / starts.length;
    return { from, key, share, waited: waits.reduce((sum, wait) => sum + wait, 0) };
  });
  const [closest] = steps
    .filter(({ share }) => share >= MOST_BY_TIME)
    .sort((a, b) => a.waited - b.waited || a.key - b.key);
  return closest === undefined
    ? []
    : [{ from: closest.from, to: task, key: closest.key, share: closest.share, by: 'time' }];
}

interface Before {
  readonly from: number;
  readonly key: LogKey;
  events: number;
  /** By start, the time of the last such event up to it. */
  readonly latest: Float64Array;
}

function latestBefore(
  { count, start, key, time }: SessionTable,
  taskOf: Int32Array,
  task: number,
  starts: Float64Array,
): ReadonlyMap<number, Before> {
  const byKey = new Map<number, Before>();
  for (let session = 0; session < count; session++) {
    const from = taskOf[session] as number;
    if (from === task || from < 0) continue;
    for (let event = start[session] as number; event < (start[session + 1] as number); event++) {
      const own = key[event] as LogKey;
      let before = byKey.get(own);
      if (before === undefined) {
        before = { from, key: own, events: 0, latest: new Float64Array(starts.length).fill(Number.NEGATIVE_INFINITY) };
        byKey.set(own, before);
      }
      before.events++;
      const at = countBelow(starts, time[event] as number);
      if (at < starts.length) before.latest[at] = Math.max(before.latest[at] as number, time[event] as number);
    }
  }
  for (const { latest } of byKey.values()) {
    for (let at = 1; at < latest.length; at++) latest[at] = Math.max(latest[at] as number, latest[at - 1] as number);
  }
  return byKey;
}

/** Times at which sessions of a task begin, a sample of them, ascending. */
function startsOf({ count, start, time }: SessionTable, taskOf: Int32Array, task: number): Float64Array {
  const all: number[] = [];
  for (let session = 0; session < count; session++) {
    if (taskOf[session] === task) all.push(time[start[session] as number] as number);
  }
  const step = Math.max(1, all.length / SAMPLE);
  const some = Array.from({ length: Math.min(all.length, SAMPLE) }, (_, at) => all[Math.floor(at * step)] as number);
  return Float64Array.from(some).sort();
}

function spanOf({ time }: SessionTable): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of time) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return last - first;
}

function sizesOf(taskOf: Int32Array, tasks: number): Int32Array {
  const sizes = new Int32Array(tasks);
  for (const task of taskOf) if (task >= 0) sizes[task] = (sizes[task] as number) + 1;
  return sizes;
}
