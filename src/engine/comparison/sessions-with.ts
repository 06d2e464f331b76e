import type { LogKey } from '../../core/base/brand.ts';
import type { Compared } from '../../core/report/comparison-report.ts';
import type { WaySessionRow, WaySessionRows } from '../../core/report/workflow-report.ts';
import type { SessionTable } from '../../core/sequence/session-table.ts';
import { sessionsOnWay } from '../../core/workflow/way-sessions.ts';

/** Sessions that are listed. */
const MOST_ROWS = 1000;

/**
 * The sessions of a log that have a template, or one step right after another: the slowest first, where that takes time.
 *
 * @param isAsked which of them are looked at
 */
export function sessionsWith(
  table: SessionTable,
  what: Compared,
  isAsked: (session: number) => boolean = () => true,
): WaySessionRows {
  const rows = 'key' in what ? withTemplate(table, what.key, isAsked) : onEdge(table, what.from, what.to, isAsked);
  return { total: rows.length, rows: rows.slice(0, MOST_ROWS) };
}

type IsAsked = (session: number) => boolean;

function withTemplate(table: SessionTable, wanted: LogKey, isAsked: IsAsked): readonly WaySessionRow[] {
  const { count, start, key } = table;
  const rows: WaySessionRow[] = [];
  for (let session = 0; session < count; session++) {
    if (!isAsked(session)) continue;
    const events = key.subarray(start[session], start[session + 1]);
    const at = events.indexOf(wanted);
    if (at >= 0) rows.push(rowOf(table, session, (start[session] as number) + at, Number.NaN));
  }
  return rows;
}

function onEdge(table: SessionTable, from: number, to: number, isAsked: IsAsked): readonly WaySessionRow[] {
  const { count, start } = table;
  const all = { table, from: start.subarray(0, count), to: start.subarray(1), startedBy: new Int32Array(0) };
  const { session, event, took } = sessionsOnWay(all, from, to, isAsked);
  const rows = Array.from(session, (one, at) => rowOf(table, one, event[at] as number, took[at] as number));
  return rows.sort((a, b) => (Number.isNaN(a.took) ? 0 : b.took - a.took));
}

function rowOf({ ids, line }: SessionTable, session: number, event: number, took: number): WaySessionRow {
  return { session: ids[session] ?? '', line: (line[event] as number) + 1, took };
}
