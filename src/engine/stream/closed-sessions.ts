import type { LineValues } from '../../core/detect/values/line-values.ts';
import type { Ending, OpenSession } from '../../core/sequence/open-sessions.ts';
import type { SessionTable } from '../../core/sequence/session-table.ts';

export interface ClosedSession {
  readonly session: OpenSession;
  readonly ending: Ending;
}

/** Sessions that have closed, as the log of their events: each has a line of its own, and lines are counted as events are. */
export interface ClosedLog {
  readonly sessions: SessionTable;
  /** By event: line of the stream, 0-based. */
  readonly lineOf: Float64Array;
  /** By event. */
  readonly offsetOf: Float64Array;
  readonly values: LineValues;
}

/** @param slots of the keys of all events */
export function closedLog(
  closed: readonly ClosedSession[],
  slots: Pick<LineValues, 'slots' | 'firstSlot' | 'words'>,
): ClosedLog {
  const events = closed.reduce((sum, { session }) => sum + session.events, 0);
  const values = closed.reduce((sum, { session }) => sum + session.values, 0);
  const start = new Int32Array(closed.length + 1);
  const key = new Int32Array(events);
  const line = new Int32Array(events);
  const time = new Float64Array(events);
  const lineOf = new Float64Array(events);
  const offsetOf = new Float64Array(events);
  const at = new Uint32Array(events + 1);
  const value = new Float32Array(values);
  let event = 0;
  let nextValue = 0;
  closed.forEach(({ session: { rows } }, index) => {
    for (let row = 0; row < rows.length; ) {
      line[event] = event;
      time[event] = rows[row++] as number;
      key[event] = rows[row++] as number;
      lineOf[event] = rows[row++] as number;
      offsetOf[event] = rows[row++] as number;
      for (let left = rows[row++] as number; left > 0; left--) value[nextValue++] = rows[row++] as number;
      at[++event] = nextValue;
    }
    start[index + 1] = event;
  });
  const ids = closed.map(({ session }) => session.id);
  return {
    sessions: { count: closed.length, ids, start, key, line, time },
    lineOf,
    offsetOf,
    values: { ...slots, at, value },
  };
}
