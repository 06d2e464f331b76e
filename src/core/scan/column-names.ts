import type { ColumnKind, HeaderColumn } from './header-format.ts';
import { headerReader } from './header-reader.ts';

/** A number in brackets behind the component is a process id, if this part of the lines has it. */
const PROCESS_ID_SHARE = 0.3;

/**
 * Names for the columns of a header, by kind and place; a component gets its `process-id` column where lines have one.
 *
 * @param formats of the `time` columns, in step with `kinds`
 */
export function nameColumns(
  kinds: readonly ColumnKind[],
  formats: readonly string[],
  lines: readonly Uint8Array[],
  pipe: boolean,
): HeaderColumn[] {
  const used = new Map<string, number>();
  const named = kinds.map((kind, index) => {
    const name = nameOf(kind, index, kinds, formats[index] ?? '', formats[index - 1] ?? '');
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return { name: count === 1 ? name : `${name}${count}`, kind, format: formats[index] ?? '' };
  });
  const component = kinds.indexOf('component');
  if (component < 0) return named;
  const id: HeaderColumn = { name: used.has('pid') ? 'pid2' : 'pid', kind: 'process-id', format: '' };
  const withId = named.toSpliced(component + 1, 0, id);
  return hasProcessId(withId, lines, pipe) ? withId : named;
}

function nameOf(kind: ColumnKind, index: number, kinds: readonly ColumnKind[], format: string, before: string): string {
  switch (kind) {
    case 'time':
      return format.includes('s') ? 'time' : 'date';
    case 'level':
    case 'component':
      return kind;
    case 'process-id':
    case 'integer':
      return 'pid';
    case 'dash':
      return 'mark';
    case 'bracket':
      return kinds[index - 1] === 'word' ? 'context' : 'thread';
    case 'word':
      if (before.startsWith('Mon')) return 'host';
      return kinds[index - 1] === 'level' ? 'logger' : 'field';
  }
}

function hasProcessId(columns: readonly HeaderColumn[], lines: readonly Uint8Array[], pipe: boolean): boolean {
  const reader = headerReader({
    separator: pipe ? 'pipe' : 'space',
    columns,
    timeColumn: columns.findIndex((column) => column.kind === 'time'),
    levelColumn: columns.findIndex((column) => column.kind === 'level'),
    dashBeforeContent: false,
    share: 1,
  });
  const at = 2 * columns.findIndex(({ kind }) => kind === 'process-id');
  const found = lines.filter((line) => reader.read(line, 0) && (reader.spans[at] ?? -1) >= 0);
  return found.length >= PROCESS_ID_SHARE * lines.length;
}
