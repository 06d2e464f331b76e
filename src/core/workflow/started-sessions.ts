import { largest } from '../base/largest.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import { FirstLines } from './first-lines.ts';

/** Sessions as a workflow is learnt from them: the events of session s are those from `from[s]` to `to[s] - 1`. */
export interface WorkflowSessions {
  readonly table: SessionTable;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By session, the event of another session that started it; -1 for none. */
  readonly startedBy: Int32Array;
}

/** A key starts sessions where this share of those that begin with it begin in the midst of another one. */
const MOST = 0.5;

/**
 * A line may name two sessions, as the first of one and a later one of the other: there the other started the one. Where a key does
 * so as a rule, its event belongs to the session that starts, not to the one that is started.
 */
export function startedSessions(table: SessionTable): WorkflowSessions {
  const { start, key, count } = table;
  const startedBy = startersOf(table);
  const from = start.slice(0, count);
  const to = start.subarray(1);
  const keys = largest(key) + 1;
  const begun = new Int32Array(keys);
  const started = new Int32Array(keys);
  for (let session = 0; session < count; session++) {
    if (from[session] === to[session]) continue;
    const first = key[start[session] as number] as number;
    begun[first] = (begun[first] as number) + 1;
    if ((startedBy[session] as number) >= 0) started[first] = (started[first] as number) + 1;
  }
  for (let session = 0; session < count; session++) {
    if ((startedBy[session] as number) < 0) continue;
    const first = key[start[session] as number] as number;
    if ((started[first] as number) >= MOST * (begun[first] as number)) from[session] = (from[session] as number) + 1;
    else startedBy[session] = -1;
  }
  return { table, from, to, startedBy };
}

/** By session, an event with the line that is its first, but not the first of its own session. */
function startersOf(table: SessionTable): Int32Array {
  const { count, start, line } = table;
  const begins = new FirstLines(table);
  const startedBy = new Int32Array(count).fill(-1);
  for (let session = 0; session < count; session++) {
    const end = start[session + 1] as number;
    for (let event = (start[session] as number) + 1; event < end; event++) {
      const at = line[event] as number;
      if (begins.has(at)) begins.eachAt(at, (other) => other !== session && startedBy.fill(event, other, other + 1));
    }
  }
  return startedBy;
}
