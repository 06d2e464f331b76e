import type { SessionTable } from './session-table.ts';
import type { Split } from './split.ts';

/** Sessions without some of their events. */
export interface ReducedSessions {
  readonly sessions: SessionTable;
  /** The same boundaries between sessions as before. */
  readonly split: Split;
}

/**
 * Takes the events with these keys out. A session of which nothing is left goes; the others keep their order, and the part of the log
 * that they were in.
 *
 * @returns the same objects where no key is given
 */
export function withoutKeys(sessions: SessionTable, split: Split, keys: ReadonlySet<number>): ReducedSessions {
  if (keys.size === 0) return { sessions, split };
  const kept: number[] = [];
  const ids: string[] = [];
  const start = [0];
  // Shape [count + 1]: sessions that are left of those before.
  const left = new Int32Array(sessions.count + 1);
  sessions.ids.forEach((id, session) => {
    const end = sessions.start[session + 1] as number;
    for (let event = sessions.start[session] as number; event < end; event++) {
      if (!keys.has(sessions.key[event] as number)) kept.push(event);
    }
    if (kept.length > (start.at(-1) as number)) {
      ids.push(id);
      start.push(kept.length);
    }
    left[session + 1] = ids.length;
  });
  const leftOf = (before: number) => left[before] as number;
  return {
    sessions: {
      count: ids.length,
      ids,
      start: Int32Array.from(start),
      key: Int32Array.from(kept, (event) => sessions.key[event] as number),
      line: Int32Array.from(kept, (event) => sessions.line[event] as number),
      time: Float64Array.from(kept, (event) => sessions.time[event] as number),
    },
    split: {
      trainingStart: leftOf(split.trainingStart),
      trainingEnd: leftOf(split.trainingEnd),
      validationEnd: leftOf(split.validationEnd),
      sessions: ids.length,
    },
  };
}
