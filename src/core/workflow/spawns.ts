import type { LogKey } from '../base/brand.ts';
import { sessionAt } from '../sequence/session-at.ts';
import type { Spawn } from './spawn.ts';
import { spawnsByTime } from './spawns-by-time.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** A line of a step names the sessions that it starts: at least this share of the sessions of a task. */
const MOST = 0.5;

/**
 * @param taskOf by session, the index of its task; -1 for none
 * @param keysOfTasks by task, its keys; no key is in two
 */
export function findSpawns(
  sessions: WorkflowSessions,
  taskOf: Int32Array,
  keysOfTasks: readonly (readonly number[])[],
): readonly Spawn[] {
  const named = spawnsByLine(sessions, taskOf, keysOfTasks.length);
  const known = new Set(named.map(({ to }) => to));
  const open = [...keysOfTasks.keys()].filter((task) => !known.has(task));
  return [...named, ...spawnsByTime(sessions, taskOf, keysOfTasks, open)].sort((a, b) => a.to - b.to);
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

function sizesOf(taskOf: Int32Array, tasks: number): Int32Array {
  const sizes = new Int32Array(tasks);
  for (const task of taskOf) if (task >= 0) sizes[task] = (sizes[task] as number) + 1;
  return sizes;
}
