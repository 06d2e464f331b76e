import { ColumnBuilder } from '../base/column-builder.ts';
import { eachIdentifier } from '../scan/each-identifier.ts';
import type { IdentifierColumn, ScannedFile } from '../scan/scanned-log.ts';
import type { SessionTable } from './session-table.ts';

/** An identifier in two files is two: `id @ file`. */
export function identifiersApart(column: IdentifierColumn, files: readonly ScannedFile[]): IdentifierColumn {
  const names = uniqueNames(files);
  const ids: string[] = [];
  const first = new ColumnBuilder();
  const more: number[] = [];
  let numbers = new Map<number, number>();
  let at = 0;
  let end = files[0]?.lines ?? 0;
  eachIdentifier(column, (line, id) => {
    while (line >= end) {
      at++;
      end += files[at]?.lines ?? Number.POSITIVE_INFINITY;
      numbers = new Map();
    }
    const number = numbers.get(id) ?? ids.push(`${column.ids[id]} @ ${names[at]}`) - 1;
    numbers.set(id, number);
    if (first.length > line) {
      more.push(line, number);
      return;
    }
    first.fill(-1, line);
    first.push(number);
  });
  first.fill(-1, column.first.length);
  return { ids, first: first.finish(), more: Int32Array.from(more) };
}

/** Files from several folders may have the same name. */
function uniqueNames(files: readonly ScannedFile[]): string[] {
  const seen = new Map<string, number>();
  return files.map(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Sessions by the time of their first event; they stay where they are ordered so, or have no times. */
export function sessionsByTime(sessions: SessionTable): SessionTable {
  const { count, ids, start, key, line, time } = sessions;
  const firstTime = (session: number) => time[start[session] as number] as number;
  const order = Array.from({ length: count }, (_, session) => session).sort(
    (a, b) => firstTime(a) - firstTime(b) || a - b,
  );
  if (order.every((session, place) => session === place)) return sessions;
  const moved = { start: new Int32Array(count + 1), key: key.slice(), line: line.slice(), time: time.slice() };
  let end = 0;
  order.forEach((session, place) => {
    const from = start[session] as number;
    const to = start[session + 1] as number;
    moved.key.set(key.subarray(from, to), key.length === 0 ? 0 : end);
    moved.line.set(line.subarray(from, to), end);
    moved.time.set(time.subarray(from, to), end);
    end += to - from;
    moved.start[place + 1] = end;
  });
  return { count, ids: order.map((session) => ids[session] as string), ...moved };
}
