import { extentOf } from '../base/extent.ts';
import { largest } from '../base/largest.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** Tells which task most of some events belong to. */
export class MainTask {
  /** -1 for keys of no task. */
  private readonly ofKey: Int32Array;
  /** Of the events that are looked at, how many belong to each task. */
  private readonly events: Int32Array;

  /** @param keysOfTasks by task, its keys; no key is in two */
  constructor(keysOfTasks: readonly (readonly number[])[]) {
    const [, last] = extentOf(keysOfTasks.flat());
    this.ofKey = new Int32Array(last + 1).fill(-1);
    this.events = new Int32Array(keysOfTasks.length);
    keysOfTasks.forEach((keys, task) => {
      for (const own of keys) this.ofKey[own] = task;
    });
  }

  /** Index of the task of the keys from one place to another; of equals the first, -1 where none has any. */
  of(keys: readonly number[] | Int32Array, from: number, to: number): number {
    const { ofKey, events } = this;
    events.fill(0);
    for (let at = from; at < to; at++) {
      const task = ofKey[keys[at] as number] ?? -1;
      if (task >= 0) events[task] = (events[task] as number) + 1;
    }
    const most = largest(events);
    return most > 0 ? events.indexOf(most) : -1;
  }
}

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
  const mainTask = new MainTask(keysOfTasks);
  const taskOf = new Int32Array(count).fill(-1);
  for (const session of sessions) taskOf[session] = mainTask.of(key, from[session] as number, to[session] as number);
  return taskOf;
}
