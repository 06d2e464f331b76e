import type { LogKey } from '../base/brand.ts';
import { countBelow } from '../base/count-below.ts';
import type { Milliseconds } from '../base/units.ts';
import { placesOf } from '../sequence/frequent-keys.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** A key in sessions of its own task. */
export interface Step {
  readonly key: LogKey;
  /** Index of the task. */
  readonly from: number;
}

/** How often some steps came, and when last before some points in time. */
export class StepsBeforeStarts {
  /** Shape [steps]: how often each came at a known time. */
  readonly count: Int32Array;
  /** Shape [steps, starts]: when a step came last, not later than the start. */
  private readonly latest: Float64Array;

  /**
   * @param taskOf by session, the index of its task; -1 for none
   * @param steps no key is in two
   * @param starts ascending
   */
  constructor(all: WorkflowSessions, taskOf: Int32Array, steps: readonly Step[], starts: Float64Array) {
    this.count = new Int32Array(steps.length);
    this.latest = new Float64Array(steps.length * starts.length).fill(Number.NEGATIVE_INFINITY);
    const keys = steps.map(({ key }) => key);
    this.add(
      all,
      taskOf,
      placesOf(keys, all.table.key),
      Int32Array.from(steps, ({ from }) => from),
      starts,
    );
    for (let step = 0; step < steps.length; step++) carryOver(this.latestOf(step));
  }

  /** By start, when the step came last, not later than it; -Infinity where it had not come. */
  latestOf(step: number): Float64Array {
    const starts = this.latest.length / this.count.length;
    return this.latest.subarray(step * starts, (step + 1) * starts);
  }

  /** @param places by key, its step @param home by step, its task */
  private add(
    { table: { key, time }, from, to }: WorkflowSessions,
    taskOf: Int32Array,
    places: Int32Array,
    home: Int32Array,
    starts: Float64Array,
  ): void {
    const { latest, count } = this;
    const cursor = new StartCursor(starts);
    for (let session = 0; session < taskOf.length; session++) {
      const task = taskOf[session] as number;
      const end = task < 0 ? 0 : (to[session] as number);
      for (let event = from[session] as number; event < end; event++) {
        const step = places[key[event] as number] as number;
        const at = time[event] as number;
        if (step < 0 || home[step] !== task || Number.isNaN(at)) continue;
        count[step] = (count[step] as number) + 1;
        const start = cursor.firstFrom(at);
        const cell = step * starts.length + start;
        if (start < starts.length && at > (latest[cell] as number)) latest[cell] = at;
      }
    }
  }
}

/** Finds starts for times most of which come close to the one before them. */
class StartCursor {
  private readonly starts: Float64Array;
  private start = 0;
  /** The start is the right one for times above the first and up to the second. */
  private after = Number.POSITIVE_INFINITY;
  private upTo = Number.NEGATIVE_INFINITY;

  constructor(starts: Float64Array) {
    this.starts = starts;
  }

  /** The first start at a time or behind it; their number where there is none. */
  firstFrom(time: Milliseconds): number {
    if (!(time > this.after && time <= this.upTo)) {
      this.start = countBelow(this.starts, time);
      this.after = this.starts[this.start - 1] ?? Number.NEGATIVE_INFINITY;
      this.upTo = this.starts[this.start] ?? Number.POSITIVE_INFINITY;
    }
    return this.start;
  }
}

/** What was last seen between two starts holds for later ones too, until it is seen again. */
function carryOver(latest: Float64Array): void {
  for (let start = 1; start < latest.length; start++) {
    latest[start] = Math.max(latest[start] as number, latest[start - 1] as number);
  }
}
