import { largest } from '../base/largest.ts';
import type { SessionTable } from '../sequence/session-table.ts';

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
  const begun = new Map<number, number>();
  const started = new Map<number, number>();
  const add = (counts: Map<number, number>, one: number) => counts.set(one, (counts.get(one) ?? 0) + 1);
  const firstKey = (session: number) => key[start[session] as number] as number;
  for (let session = 0; session < count; session++) {
    if ((from[session] as number) === (to[session] as number)) continue;
    add(begun, firstKey(session));
    if ((startedBy[session] as number) >= 0) add(started, firstKey(session));
  }
  for (let session = 0; session < count; session++) {
    if ((startedBy[session] as number) < 0) continue;
    const own = firstKey(session);
    if ((started.get(own) ?? 0) >= MOST * (begun.get(own) ?? 0)) from[session] = (from[session] as number) + 1;
    else startedBy[session] = -1;
  }
  return { table, from, to, startedBy };
}

/** By session, an event with the line that is its first, but not the first of its own session. */
function startersOf({ count, start, line }: SessionTable): Int32Array {
  const atLine = new Int32Array(largest(line) + 1).fill(-1);
  const before = new Int32Array(count).fill(-1);
  const startedBy = new Int32Array(count).fill(-1);
  for (let session = 0; session < count; session++) {
    const first = line[start[session] as number];
    if (first === undefined || start[session] === start[session + 1]) continue;
    before[session] = atLine[first] as number;
    atLine[first] = session;
  }
  for (let session = 0; session < count; session++) {
    const end = start[session + 1] as number;
    for (let event = (start[session] as number) + 1; event < end; event++) {
      let other = atLine[line[event] as number] as number;
      for (; other >= 0; other = before[other] as number) if (other !== session) startedBy[other] = event;
    }
  }
  return startedBy;
}
