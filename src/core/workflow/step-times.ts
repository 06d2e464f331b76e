import type { LogKey } from '../base/brand.ts';
import { spreadOf, TIME_BINS, type TimeSpread, timeBin } from '../base/time-bins.ts';
import type { Milliseconds } from '../base/units.ts';
import { placesOf } from '../sequence/frequent-keys.ts';
import type { WorkflowSessions } from './started-sessions.ts';

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

/**
 * All steps from one key to the next in some sessions, with their times. Keys that are not asked for are passed over: the events
 * around them are no neighbours.
 *
 * @param keys those to look at, ascending
 * @param sessions indices
 */
export function workflowEdges(
  all: WorkflowSessions,
  keys: readonly number[],
  sessions: readonly number[],
): readonly WorkflowEdge[] {
  const size = keys.length + 1;
  const place = placesOf(keys, all.table.key);
  const counts = countEdges(all, place, size, sessions);
  const times = collectTimes(all, place, size, sessions, counts);
  const named = (at: number) => (keys[at] ?? -1) as LogKey | -1;
  const edges: WorkflowEdge[] = [];
  counts.forEach((count, cell) => {
    const [from, to] = [Math.floor(cell / size), cell % size];
    if (count > 0) edges.push({ from: named(from), to: named(to), count, time: times.of(cell) });
  });
  return edges;
}

/** Shape [size, size]; the last row is the beginning of a session, the last column its end. */
function countEdges(
  { table: { key }, from: first, to: last }: WorkflowSessions,
  place: Int32Array,
  size: number,
  sessions: readonly number[],
): Int32Array {
  const counts = new Int32Array(size * size);
  const count = (from: number, to: number) => {
    if (from >= 0 && to >= 0) counts[from * size + to] = (counts[from * size + to] as number) + 1;
  };
  for (const session of sessions) {
    let from = size - 1;
    const end = last[session] as number;
    for (let event = first[session] as number; event < end; event++) {
      const to = place[key[event] as number] as number;
      count(from, to);
      from = to;
    }
    count(from, size - 1);
  }
  return counts;
}

function collectTimes(
  { table: { key, time }, from: first, to: last }: WorkflowSessions,
  place: Int32Array,
  size: number,
  sessions: readonly number[],
  counts: Int32Array,
): EdgeTimes {
  const times = new EdgeTimes(counts);
  for (const session of sessions) {
    const end = last[session] as number;
    for (let event = (first[session] as number) + 1; event < end; event++) {
      const from = place[key[event - 1] as number] as number;
      const to = place[key[event] as number] as number;
      if (from >= 0 && to >= 0) times.add(from * size + to, (time[event] as number) - (time[event - 1] as number));
    }
  }
  return times;
}

/** Times of the edges that occur, each counted in a bin of its size. */
class EdgeTimes {
  /** By cell, the place of its bins. */
  private readonly place: Int32Array;
  private readonly bins: Int32Array;

  constructor(counts: Int32Array) {
    let places = 0;
    this.place = counts.map((count) => (count > 0 ? places++ * TIME_BINS : -1));
    this.bins = new Int32Array(places * TIME_BINS);
  }

  add(cell: number, took: Milliseconds): void {
    if (Number.isNaN(took)) return;
    const at = (this.place[cell] as number) + timeBin(took);
    this.bins[at] = (this.bins[at] as number) + 1;
  }

  of(cell: number): WorkflowEdge['time'] {
    const from = this.place[cell] as number;
    const bins = this.bins.subarray(from, from + TIME_BINS);
    return spreadOf(bins);
  }
}
