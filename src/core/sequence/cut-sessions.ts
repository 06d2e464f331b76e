import { clockOf, learnRhythm, type Rhythm } from './rhythm.ts';
import type { SessionTable } from './session-table.ts';
import { stretchEdges } from './stretch-edges.ts';
import type { JudgedRange } from './windows.ts';

/**
 * Which sessions the data cuts off. A session whose last event lies so close to the end of the data that the pauses that
 * usually follow this key would not have ended yet is still open: how it ends is not known. The same at the beginning, but for
 * sessions that begin as others do.
 */
export interface CutSessions {
  /** Shape [sessions], 1 for a session that may have been running when the data begins. */
  readonly atStart: Uint8Array;
  /** Shape [sessions], 1 for a session that may go on after the data ends. */
  readonly atEnd: Uint8Array;
}

/** Sessions that are equal parts of a log are cut on both sides. */
export function cutEverywhere(count: number): CutSessions {
  return { atStart: new Uint8Array(count).fill(1), atEnd: new Uint8Array(count).fill(1) };
}

/**
 * @param rhythm how sessions of this kind of log usually run; where it is counted in another unit than the log allows, the
 *   sessions themselves tell
 * @param stretches 0-based first lines of the parts that the log was read in, none of which a session goes over; none where it is whole
 */
export function findCutSessions(
  sessions: SessionTable,
  rhythm: Rhythm,
  stretches: readonly number[] = [],
): CutSessions {
  const { unit, at } = clockOf(sessions);
  const usual = rhythm.unit === unit ? rhythm : learnRhythm(sessions, 0, sessions.count, stretches);
  const { mayHaveRun, mayGoOn } = cutsBy(usual);
  const edges = stretchEdges(sessions, at, stretches);
  const atStart = new Uint8Array(sessions.count);
  const atEnd = new Uint8Array(sessions.count);
  for (let s = 0; s < sessions.count; s++) {
    const first = sessions.start[s] as number;
    const last = (sessions.start[s + 1] as number) - 1;
    if (mayHaveRun(sessions.key[first] as number, (at[first] as number) - edges.beginAround(first))) atStart[s] = 1;
    if (mayGoOn(sessions.key[last] as number, edges.endAround(last) - (at[last] as number))) atEnd[s] = 1;
  }
  return { atStart, atEnd };
}

/** How a rhythm tells that the data cuts a session off; times are in its unit. */
export interface Cuts {
  /** Whether a session whose first event comes so long after the data begins may have been running before. */
  readonly mayHaveRun: (firstKey: number, sinceBegin: number) => boolean;
  /** Whether a session whose last event comes so long before the data ends may go on behind it. */
  readonly mayGoOn: (lastKey: number, untilEnd: number) => boolean;
}

export function cutsBy({ before, after, beginnings }: Omit<Rhythm, 'unit'>): Cuts {
  const pauseBefore = new Map<number, number>(before);
  const pauseAfter = new Map<number, number>(after);
  const isBeginning = new Set<number>(beginnings);
  return {
    mayHaveRun: (key, sinceBegin) => !isBeginning.has(key) && sinceBegin <= (pauseBefore.get(key) ?? 0),
    mayGoOn: (key, untilEnd) => {
      const pause = pauseAfter.get(key) ?? 0;
      // The data may end amid the lines of one moment.
      return pause > 0 && untilEnd <= pause;
    },
  };
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
