import { eachIdentifier } from '../scan/each-identifier.ts';
import type { IdentifierColumn } from '../scan/scanned-log.ts';
import type { SessionTable } from './session-table.ts';

/** Lines that show what a session is. */
const EXAMPLE_LINES = 4;

/**
 * The first lines of a session that is as long as usual at least: of one in the middle, which is more usual than the first.
 *
 * @param length what is usual
 */
export function exampleOfIdentifier(column: IdentifierColumn, keyOfLine: Int32Array, length: number): number[] {
  const lengths = new Int32Array(column.ids.length);
  const eachEvent = (visit: (line: number, id: number) => void) =>
    eachIdentifier(column, (line, id) => {
      if ((keyOfLine[line] as number) >= 0) visit(line, id);
    });
  eachEvent((_, id) => {
    lengths[id] = (lengths[id] as number) + 1;
  });
  const middle = lengths.length >> 1;
  const later = lengths.subarray(middle).findIndex((own) => own >= Math.max(1, length));
  const session = later >= 0 ? middle + later : lengths.findIndex((own) => own >= Math.max(1, length));
  const lines: number[] = [];
  eachEvent((line, id) => {
    if (id === session && lines.length < EXAMPLE_LINES) lines.push(line);
  });
  return lines;
}

export function exampleOfTable({ count, start, line }: SessionTable): number[] {
  const session = count >> 1;
  const from = start[session] ?? 0;
  return [...line.subarray(from, Math.min(from + EXAMPLE_LINES, start[session + 1] ?? from))];
}
