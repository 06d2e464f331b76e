import { largest } from '../base/largest.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/**
 * By session, the index of the task that most of its events belong to; -1 for none, and for sessions that are not asked for.
 *
 * @param sessions indices
 * @param keysOfTasks by task, its keys; no key is in two
 */
export function tasksOfSessions(
  { table: { key, count }, from, to }: WorkflowSessions,
  sessions: Iterable<number>,
  keysOfTasks: readonly (readonly number[])[],
): Int32Array {
  const taskOfKey = new Int32Array(largest(key) + 1).fill(-1);
  keysOfTasks.forEach((keys, task) => {
    for (const own of keys) taskOfKey[own] = task;
  });
  const taskOf = new Int32Array(count).fill(-1);
  const events = new Int32Array(keysOfTasks.length);
  for (const session of sessions) {
    events.fill(0);
    const end = to[session] as number;
    for (let event = from[session] as number; event < end; event++) {
      const task = taskOfKey[key[event] as number] as number;
      if (task >= 0) events[task] = (events[task] as number) + 1;
    }
    const most = largest(events);
    taskOf[session] = most > 0 ? events.indexOf(most) : -1;
  }
  return taskOf;
}
