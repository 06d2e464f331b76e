import type { SessionTable } from './session-table.ts';
import type { JudgedRange } from './windows.ts';

/**
 * Which sessions the data cuts off. A session whose last event lies so close to the end of the data that the pauses that
 * usually follow this key would not have ended yet is still open: how it ends is not known. The same at the beginning.
 */
export interface CutSessions {
  /** Shape [sessions], 1 for a session that may have been running when the data begins. */
  readonly atStart: Uint8Array;
  /** Shape [sessions], 1 for a session that may go on after the data ends. */
  readonly atEnd: Uint8Array;
}

/** Pauses longer than this share of those seen beside the same key count as the session's end. */
const USUAL_PAUSE = 0.95;
/** A key that more than this share of sessions begins with is a beginning, however close to the start of the data. */
const USUAL_BEGINNING = 0.02;

/** @param pieces true where sessions are equal parts of the log: then all of them are cut on both sides */
export function findCutSessions(sessions: SessionTable, pieces: boolean): CutSessions {
  const atStart = new Uint8Array(sessions.count);
  const atEnd = new Uint8Array(sessions.count);
  if (pieces) return { atStart: atStart.fill(1), atEnd: atEnd.fill(1) };
  const clock = eventClock(sessions);
  const pauses = usualPauses(sessions, clock);
  const begin = clock.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const end = clock.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  for (let s = 0; s < sessions.count; s++) {
    const first = sessions.start[s] as number;
    const last = (sessions.start[s + 1] as number) - 1;
    const before = pauses.before.get(sessions.key[first] as number) ?? 0;
    const after = pauses.after.get(sessions.key[last] as number) ?? 0;
    if ((clock[first] as number) - begin <= before) atStart[s] = 1;
    if (end - (clock[last] as number) < after) atEnd[s] = 1;
  }
  acceptUsualBeginnings(sessions, atStart);
  return { atStart, atEnd };
}

/** A session that begins as those do that surely begin inside the data was not running before. */
function acceptUsualBeginnings(sessions: SessionTable, atStart: Uint8Array): void {
  const counts = new Map<number, number>();
  let inside = 0;
  const firstKey = (session: number) => sessions.key[sessions.start[session] as number] as number;
  for (let s = 0; s < sessions.count; s++) {
    if (atStart[s] === 1) continue;
    counts.set(firstKey(s), (counts.get(firstKey(s)) ?? 0) + 1);
    inside++;
  }
  for (let s = 0; s < sessions.count; s++) {
    if ((counts.get(firstKey(s)) ?? 0) > USUAL_BEGINNING * inside) atStart[s] = 0;
  }
}

/** Positions of each session that may be judged: without END where it is open, without windows that hold BEGIN where it was cut. */
export function judgedRange(sessions: SessionTable, cut: CutSessions, history: number): JudgedRange {
  const from = new Int32Array(sessions.count);
  const to = new Int32Array(sessions.count);
  for (let s = 0; s < sessions.count; s++) {
    const events = (sessions.start[s + 1] as number) - (sessions.start[s] as number);
    from[s] = cut.atStart[s] === 1 ? Math.min(history, events + 1) : 0;
    to[s] = cut.atEnd[s] === 1 ? events : events + 1;
  }
  return { from, to };
}

/** Times of the events, or their lines where the log carries no times. */
function eventClock(sessions: SessionTable): Float64Array {
  return Number.isNaN(sessions.time[0] ?? Number.NaN) ? Float64Array.from(sessions.line) : sessions.time;
}

/** For each key, the pause that is rarely exceeded before and after it inside sessions. */
function usualPauses(sessions: SessionTable, clock: Float64Array) {
  const before = new Map<number, number[]>();
  const after = new Map<number, number[]>();
  for (let s = 0; s < sessions.count; s++) {
    for (let event = (sessions.start[s] as number) + 1; event < (sessions.start[s + 1] as number); event++) {
      const pause = (clock[event] as number) - (clock[event - 1] as number);
      append(after, sessions.key[event - 1] as number, pause);
      append(before, sessions.key[event] as number, pause);
    }
  }
  return { before: quantiles(before), after: quantiles(after) };
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function quantiles(lists: Map<number, number[]>): Map<number, number> {
  const result = new Map<number, number>();
  for (const [key, values] of lists) {
    values.sort((a, b) => a - b);
    result.set(key, values[Math.floor(USUAL_PAUSE * (values.length - 1))] ?? 0);
  }
  return result;
}
