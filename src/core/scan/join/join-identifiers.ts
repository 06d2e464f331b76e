import { ColumnBuilder } from '../../base/column-builder.ts';
import type { IdentifierColumn } from '../scanned-log.ts';
import type { PlacedFile } from './placed-file.ts';

/** What one rule found in several logs, numbered as it comes in their lines. @param columns one a log */
export function joinIdentifiers(columns: readonly IdentifierColumn[], files: readonly PlacedFile[]): IdentifierColumn {
  const numbers = new Map<string, number>();
  const first = new ColumnBuilder();
  const more: number[] = [];
  const next = columns.map(() => 0);
  for (const { log, ownFirstLine, lines, firstLine } of files) {
    const column = columns[log] as IdentifierColumn;
    const numberOf = (id: number): number => {
      const name = column.ids[id] as string;
      const known = numbers.get(name) ?? numbers.size;
      numbers.set(name, known);
      return known;
    };
    let at = next[log] as number;
    for (let line = 0; line < lines; line++) {
      const own = ownFirstLine + line;
      const id = column.first.at(own);
      first.push(id < 0 ? -1 : numberOf(id));
      for (; column.more[at] === own; at += 2) more.push(firstLine + line, numberOf(column.more[at + 1] as number));
    }
    next[log] = at;
  }
  return { ids: [...numbers.keys()], first: first.finish(), more: Int32Array.from(more) };
}
