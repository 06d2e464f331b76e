import { countBelow } from '../base/count-below.ts';
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
  private readonly time: Float64Array;
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

  /** @param times of a step @returns by start, when the step came last, not later than it; -Infinity where it had not come */
  latestBefore(times: Float64Array): Float64Array {
    const latest = new Float64Array(this.time.length).fill(Number.NEGATIVE_INFINITY);
    let place = 0;
    for (const time of times) {
      // Most come close to the one before them, between the same starts.
      if (!this.isFirstFrom(place, time)) place = countBelow(this.time, time);
      if (place < latest.length && time > (latest[place] as number)) latest[place] = time;
    }
    let last = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < latest.length; at++) {
      last = Math.max(last, latest[at] as number);
      latest[at] = last;
    }
    return latest;
  }

  /** Whether the start at a place is the first one at a time or behind it. */
  private isFirstFrom(place: number, time: Milliseconds): boolean {
    const before = place === 0 || (this.time[place - 1] as number) < time;
    return before && !((this.time[place] as number) < time);
  }

  /**
   * How soon the sessions of a task followed a step.
   *
   * @param latest of {@link latestBefore}
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

function timesByTask(
  { table: { time }, from, to }: WorkflowSessions,
  taskOf: Int32Array,
  asked: readonly number[],
): ReadonlyMap<number, number[]> {
  const byTask = new Map(asked.map((task) => [task, [] as number[]]));
  for (let session = 0; session < taskOf.length; session++) {
    const first = from[session] as number;
    const at = time[first] as number;
    if (first < (to[session] as number) && !Number.isNaN(at)) byTask.get(taskOf[session] as number)?.push(at);
  }
  return byTask;
}

/** Evenly from all of them; the order of sessions does not matter. */
function sample(times: readonly number[], most: number): readonly number[] {
  const ascending = Float64Array.from(times).sort();
  const step = Math.max(1, ascending.length / most);
  return Array.from(
    { length: Math.min(ascending.length, most) },
    (_, at) => ascending[Math.floor(at * step)] as number,
  );
}
