import type { LogKey } from '../base/brand.ts';
import type { SessionTable } from './session-table.ts';
import { stretchEdges } from './stretch-edges.ts';

/**
 * How the sessions of a log usually begin and pause: what tells one that the data cuts off from one that has ended. Plain data,
 * stored in detector files, since a short log has too few sessions to learn it from.
 */
export interface Rhythm {
  /** What pauses are counted in: lines where the log carries no times. */
  readonly unit: 'milliseconds' | 'lines';
  /** For each key that followed another, the pause before it that is rarely exceeded. */
  readonly before: readonly KeyPause[];
  /** For each key that was followed by another, the pause after it that is rarely exceeded. */
  readonly after: readonly KeyPause[];
  /** Keys that sessions begin with. */
  readonly beginnings: readonly LogKey[];
}

type KeyPause = readonly [key: LogKey, pause: number];

/** Pauses longer than this share of those seen beside the same key count as the session's end. */
const USUAL_PAUSE = 0.95;
/** A key that more than this share of sessions begins with is a beginning. */
const USUAL_BEGINNING = 0.02;

/** Learns from sessions `from` to `to - 1`. @param stretches see {@link stretchEdges} */
export function learnRhythm(
  sessions: SessionTable,
  from: number,
  to: number,
  stretches: readonly number[] = [],
): Rhythm {
  const { unit, at } = clockOf(sessions);
  const before = new Map<LogKey, number[]>();
  const after = new Map<LogKey, number[]>();
  for (let s = from; s < to; s++) {
    for (let event = (sessions.start[s] as number) + 1; event < (sessions.start[s + 1] as number); event++) {
      const pause = (at[event] as number) - (at[event - 1] as number);
      append(after, sessions.key[event - 1] as LogKey, pause);
      append(before, sessions.key[event] as LogKey, pause);
    }
  }
  const pauses = { before: quantiles(before), after: quantiles(after) };
  const edges = stretchEdges(sessions, at, stretches);
  return {
    unit,
    ...pauses,
    beginnings: usualBeginnings(
      sessions,
      from,
      to,
      (event) => (at[event] as number) - edges.beginAround(event),
      new Map(pauses.before),
    ),
  };
}

/** Times of the events, or their lines where the log carries no times. */
export function clockOf(sessions: SessionTable): { unit: Rhythm['unit']; at: Float64Array } {
  const timed = !Number.isNaN(sessions.time[0] ?? Number.NaN);
  return timed ? { unit: 'milliseconds', at: sessions.time } : { unit: 'lines', at: Float64Array.from(sessions.line) };
}

/** Only sessions that surely begin inside the data show what a beginning is. */
function usualBeginnings(
  sessions: SessionTable,
  from: number,
  to: number,
  sinceBegin: (event: number) => number,
  pauseBefore: ReadonlyMap<LogKey, number>,
): LogKey[] {
  const counts = new Map<LogKey, number>();
  let inside = 0;
  for (let s = from; s < to; s++) {
    const first = sessions.start[s] as number;
    const key = sessions.key[first] as LogKey;
    if (sinceBegin(first) <= (pauseBefore.get(key) ?? 0)) continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    inside++;
  }
  return [...counts].filter(([, times]) => times > USUAL_BEGINNING * inside).map(([key]) => key);
}

function append(lists: Map<LogKey, number[]>, key: LogKey, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function quantiles(lists: ReadonlyMap<LogKey, number[]>): KeyPause[] {
  return [...lists].map(([key, values]) => {
    const sorted = Float64Array.from(values).sort();
    return [key, sorted[Math.floor(USUAL_PAUSE * (sorted.length - 1))] ?? 0];
  });
}
