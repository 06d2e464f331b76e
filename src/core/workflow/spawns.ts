import type { LogKey } from '../base/brand.ts';
import { PairIndex } from '../base/pair-index.ts';
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
  const index = new PairIndex();
  const found: { readonly from: number; readonly to: number; readonly key: LogKey; count: number }[] = [];
  for (let session = 0; session < startedBy.length; session++) {
    const event = startedBy[session] as number;
    const to = taskOf[session] as number;
    const from = event < 0 || to < 0 ? -1 : (taskOf[sessionAt(table, event)] as number);
    if (from < 0) continue;
    const key = table.key[event] as LogKey;
    const at = index.add(from * tasks + to, key);
    if (at === found.length) found.push({ from, to, key, count: 0 });
    const spawn = found[at];
    if (spawn) spawn.count++;
  }
  const sizes = sizesOf(taskOf, tasks);
  return found
    .map(({ count, ...spawn }): Spawn => ({ ...spawn, share: count / (sizes[spawn.to] as number), by: 'identifier' }))
    .filter(({ share }) => share >= MOST);
}

function sizesOf(taskOf: Int32Array, tasks: number): Int32Array {
  const sizes = new Int32Array(tasks);
  for (const task of taskOf) if (task >= 0) sizes[task] = (sizes[task] as number) + 1;
  return sizes;
}
