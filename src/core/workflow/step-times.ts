import type { LogKey } from '../base/brand.ts';
import { PairIndex } from '../base/pair-index.ts';
import { spreadOf, TIME_BINS, type TimeSpread, timeBin } from '../base/time-bins.ts';
import type { LearntSessions, Variant } from './variants.ts';

/** How often a key came right after another, and how long that took. */
export interface WorkflowEdge {
  /** -1: the beginning of a session. */
  readonly from: LogKey | -1;
  /** -1: the end of a session. */
  readonly to: LogKey | -1;
  readonly count: number;
  /** To 7 %; undefined at the beginning and the end, and where the log has no times. */
  readonly time: TimeSpread | undefined;
}

/** The beginning and the end of a session. */
const EDGE = -1;
/** No way leads to or from a key of another task: the events around it are no neighbours. */
const NONE = -1;

/**
 * By task, all steps from one key to the next in its sessions, with their times; by keys, the beginning and the end of sessions
 * behind all of them. Ways are counted by variant; only for times each event is looked at.
 *
 * @param taskOf by variant, the index of its task; -1 for none
 * @param keysOfTasks by task, its keys; no key is in two
 */
export function workflowEdges(
  learnt: LearntSessions,
  taskOf: Int32Array,
  keysOfTasks: readonly (readonly number[])[],
): readonly (readonly WorkflowEdge[])[] {
  const taskOfKey = new Map(keysOfTasks.flatMap((keys, task) => keys.map((key) => [key, task] as const)));
  const ways = new Ways(learnt.variants, taskOf, taskOfKey);
  const bins = timesOfWays(learnt, ways);
  const edges = keysOfTasks.map((): WorkflowEdge[] => []);
  ways.pairs.forEach(({ from, to }, way) => {
    const time = spreadOf(bins.subarray(way * TIME_BINS, (way + 1) * TIME_BINS));
    const task = taskOfKey.get(from === EDGE ? to : from) ?? NONE;
    edges[task]?.push({ from: from as LogKey | -1, to: to as LogKey | -1, count: ways.countOf(way), time });
  });
  const byKey = (a: number, b: number) => (a === EDGE ? 1 : 0) - (b === EDGE ? 1 : 0) || a - b;
  return edges.map((own) => own.sort((a, b) => byKey(a.from, b.from) || byKey(a.to, b.to)));
}

/** The ways from key to key in some variants, numbered as they are met. A key is in one task, so a way is in one too. */
class Ways {
  readonly pairs: { readonly from: number; readonly to: number }[] = [];
  /** By variant, the place of its events in `wayTo`. */
  readonly start: Int32Array;
  /** By event of each variant, the way from the event before it; {@link NONE} for the first event and where there is none. */
  readonly wayTo: Int32Array;
  private readonly index = new PairIndex();
  private readonly counts: number[] = [];

  constructor(variants: readonly Variant[], taskOf: Int32Array, taskOfKey: ReadonlyMap<number, number>) {
    let events = 0;
    this.start = Int32Array.from(variants, ({ keys }) => {
      events += keys.length;
      return events - keys.length;
    });
    this.wayTo = new Int32Array(events).fill(NONE);
    variants.forEach(({ keys, count }, variant) => {
      const task = taskOf[variant] as number;
      const isOwn = (key: number | undefined) => key !== undefined && task >= 0 && taskOfKey.get(key) === task;
      keys.forEach((key, at) => {
        if (!isOwn(key)) return;
        const before = keys[at - 1];
        const way = at === 0 ? this.add(EDGE, key, count) : isOwn(before) ? this.add(before ?? EDGE, key, count) : NONE;
        if (at > 0) this.wayTo[(this.start[variant] as number) + at] = way;
      });
      const last = keys.at(-1);
      if (last !== undefined && isOwn(last)) this.add(last, EDGE, count);
    });
  }

  countOf(way: number): number {
    return this.counts[way] ?? 0;
  }

  private add(from: number, to: number, count: number): number {
    const way = this.index.add(from, to);
    if (way === this.pairs.length) this.pairs.push({ from, to });
    this.counts[way] = this.countOf(way) + count;
    return way;
  }
}

/** @returns shape [ways, TIME_BINS]: how many times of each way fall into each bin */
function timesOfWays({ all, sessions, variantOf }: LearntSessions, { pairs, start, wayTo }: Ways): Int32Array {
  const { time } = all.table;
  const bins = new Int32Array(pairs.length * TIME_BINS);
  for (let row = 0; row < sessions.length; row++) {
    const session = sessions[row] as number;
    const first = all.from[session] as number;
    const end = all.to[session] as number;
    let at = start[variantOf[row] as number] as number;
    let before = time[first] as number;
    for (let event = first + 1; event < end; event++) {
      const way = wayTo[++at] as number;
      const took = (time[event] as number) - before;
      before = time[event] as number;
      if (way === NONE || Number.isNaN(took)) continue;
      const bin = way * TIME_BINS + timeBin(took);
      bins[bin] = (bins[bin] as number) + 1;
    }
  }
  return bins;
}
