import { PackedColumn } from '../base/packed-column.ts';
import type { IdentifierColumn } from '../scan/scanned-log.ts';
import { groupByIdentifier } from './group.ts';
import type { SessionTable } from './session-table.ts';

/**
 * Sessions one after the other, given by their log keys, a line an event.
 *
 * @param times of the events; all NaN where they are left out
 */
export function sessionTable(
  sessions: readonly (readonly number[])[],
  times?: readonly (readonly number[])[],
): SessionTable {
  const start = new Int32Array(sessions.length + 1);
  sessions.forEach((session, index) => {
    start[index + 1] = (start[index] as number) + session.length;
  });
  const key = Int32Array.from(sessions.flat());
  return {
    count: sessions.length,
    ids: sessions.map((_, index) => `s${index}`),
    start,
    key,
    line: Int32Array.from(key.keys()),
    time: times === undefined ? new Float64Array(key.length).fill(Number.NaN) : Float64Array.from(times.flat()),
  };
}

/** One line of a log: its key and the sessions it names. */
export type NamingLine = readonly [key: number, ...ids: readonly string[]];

/** The identifiers that lines name. */
export function namedColumn(lines: readonly NamingLine[]): IdentifierColumn {
  const ids: string[] = [];
  const more: number[] = [];
  const first = lines.map(([, ...names], line) => {
    for (const name of names) if (!ids.includes(name)) ids.push(name);
    for (const name of names.slice(1)) more.push(line, ids.indexOf(name));
    return ids.indexOf(names[0] ?? '');
  });
  return { ids, first: PackedColumn.from(first), more: Int32Array.from(more) };
}

/** The sessions that lines name, and the keys of all lines. */
export function sessionsOfLines(lines: readonly NamingLine[]): { sessions: SessionTable; keyOfLine: Int32Array } {
  const keyOfLine = Int32Array.from(lines, ([key]) => key);
  const time = PackedColumn.from(lines.map((_, at) => 1000 * at));
  return { sessions: groupByIdentifier(namedColumn(lines), { key: keyOfLine, time }), keyOfLine };
}
