import { largest } from '../base/largest.ts';
import type { Milliseconds } from '../base/units.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** Sessions of a task that are looked at: of many tasks fewer, but enough that chance does not look like a rule. */
const SAMPLE = { most: 500, least: 50, ofAll: 20_000 };
/** A task that began less often follows nothing. */
const FEWEST = 2;

/** When sessions of some tasks began: of a sample of them. */
export class TaskStarts {
  /** Indices of those that began often enough. */
  readonly tasks: readonly number[];
  /** Of all tasks, ascending. */
  readonly time: Float64Array;
  /** By task, the places of its sessions in `time`. */
  private readonly placesOf: ReadonlyMap<number, Int32Array>;

  /**
   * @param taskOf by session, the index of its task; -1 for none
   * @param asked indices of tasks
   */
  constructor(all: WorkflowSessions, taskOf: Int32Array, asked: readonly number[]) {
    const most = Math.min(SAMPLE.most, Math.max(SAMPLE.least, Math.floor(SAMPLE.ofAll / asked.length)));
    const sampled = [...timesByTask(all, taskOf, asked)]
      .filter(([, times]) => times.length >= FEWEST)
      .map(([task, times]) => ({ task, times: sample(times, most) }));
    this.tasks = sampled.map(({ task }) => task);
    const starts = sampled.flatMap(({ task, times }) => times.map((time) => ({ task, time })));
    starts.sort((a, b) => a.time - b.time || a.task - b.task);
    this.time = Float64Array.from(starts, ({ time }) => time);
    this.placesOf = new Map(
      this.tasks.map((own) => [
        own,
        Int32Array.from(starts.flatMap(({ task }, place) => (task === own ? [place] : []))),
      ]),
    );
  }

  /**
   * How soon the sessions of a task followed a step.
   *
   * @param latest by start, when the step came last, not later than it; -Infinity where it had not come
   * @param most what a wait counts at most
   * @returns the share of waits up to `close`, and all of them together
   */
  waits(task: number, latest: Float64Array, most: Milliseconds, close: Milliseconds) {
    const places = this.placesOf.get(task) ?? new Int32Array(0);
    let [soon, waited] = [0, 0];
    for (const place of places) {
      const wait = Math.min(most, (this.time[place] as number) - (latest[place] as number));
      if (wait <= close) soon++;
      waited += wait;
    }
    return { share: soon / places.length, waited };
  }
}

/** When the sessions of each task began, where that is known. */
function timesByTask(
  { table: { time }, from, to }: WorkflowSessions,
  taskOf: Int32Array,
  asked: readonly number[],
): ReadonlyMap<number, Float64Array> {
  const sizes = new Int32Array(largest(taskOf) + 1);
  for (const task of taskOf) if (task >= 0) sizes[task] = (sizes[task] as number) + 1;
  const byTask = new Map(asked.map((task) => [task, new Float64Array(sizes[task] ?? 0)]));
  const begun = new Int32Array(sizes.length);
  for (let session = 0; session < taskOf.length; session++) {
    const task = taskOf[session] as number;
    const first = from[session] as number;
    const at = time[first] as number;
    const times = task < 0 || first === to[session] || Number.isNaN(at) ? undefined : byTask.get(task);
    if (times === undefined) continue;
    times[begun[task] as number] = at;
    begun[task] = (begun[task] as number) + 1;
  }
  return new Map([...byTask].map(([task, times]) => [task, times.subarray(0, begun[task])]));
}

/** Evenly from all of them; the order of sessions does not matter. */
function sample(times: Float64Array, most: number): readonly number[] {
  const ascending = isAscending(times) ? times : times.slice().sort();
  const step = Math.max(1, ascending.length / most);
  return Array.from(
    { length: Math.min(ascending.length, most) },
    (_, at) => ascending[Math.floor(at * step)] as number,
  );
}

/** As the times of sessions in a log mostly are: to sort a million takes longer than to see that. */
function isAscending(times: Float64Array): boolean {
  for (let at = 1; at < times.length; at++) if ((times[at] as number) < (times[at - 1] as number)) return false;
  return true;
}
