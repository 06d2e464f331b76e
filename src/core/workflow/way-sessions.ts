import type { Milliseconds } from '../base/units.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** Sessions in which one key came right after another, as columns, in time order. */
export interface WaySessions {
  /** Indices; each at the first time it goes this way. */
  readonly session: Int32Array;
  /** The event that the way leads to; the last one where it leads to the end. */
  readonly event: Int32Array;
  /** NaN at the beginning and the end, and where the log has no times. */
  readonly took: Float64Array;
}

/**
 * @param from -1: the beginning of a session
 * @param to -1: its end
 * @param isMember whether a session is of the task
 */
export function sessionsOnWay(
  all: WorkflowSessions,
  from: number,
  to: number,
  isMember: (session: number) => boolean,
): WaySessions {
  const found: { readonly session: number; readonly event: number; readonly took: Milliseconds }[] = [];
  const { time } = all.table;
  const isInside = from >= 0 && to >= 0;
  for (let session = 0; session < all.table.count; session++) {
    if (!isMember(session)) continue;
    const event = eventOnWay(all, session, from, to);
    if (event < 0) continue;
    found.push({ session, event, took: isInside ? (time[event] as number) - (time[event - 1] as number) : Number.NaN });
  }
  return {
    session: Int32Array.from(found, (one) => one.session),
    event: Int32Array.from(found, (one) => one.event),
    took: Float64Array.from(found, (one) => one.took),
  };
}

function eventOnWay({ table: { key }, from, to }: WorkflowSessions, session: number, a: number, b: number): number {
  const [first, end] = [from[session] as number, to[session] as number];
  if (first === end) return -1;
  if (a === -1) return b === -1 || key[first] !== b ? -1 : first;
  if (b === -1) return key[end - 1] === a ? end - 1 : -1;
  for (let event = first + 1; event < end; event++) if (key[event - 1] === a && key[event] === b) return event;
  return -1;
}
