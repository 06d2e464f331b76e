import type { Steps } from '../base/steps.ts';
import { visitIdentifiers } from '../scan/each-identifier.ts';
import type { IdentifierColumn } from '../scan/scanned-log.ts';
import type { SessionTable } from './session-table.ts';

/** Lines that show what a session is. */
const EXAMPLE_LINES = 4;

/**
 * The first lines of a session that is as long as usual at least: of one in the middle, which is more usual than the first.
 *
 * @param lengths events of each session
 * @param usual what length is
 */
export function* exampleOfIdentifier(
  column: IdentifierColumn,
  keyOfLine: Int32Array,
  lengths: Int32Array,
  usual: number,
): Steps<number[]> {
  const middle = lengths.length >> 1;
  const later = lengths.subarray(middle).findIndex((own) => own >= Math.max(1, usual));
  const session = later >= 0 ? middle + later : lengths.findIndex((own) => own >= Math.max(1, usual));
  const wanted = Math.min(EXAMPLE_LINES, lengths[session] ?? 0);
  const lines: number[] = [];
  const blocks = visitIdentifiers(column, (line, id) => {
    if (id === session && lines.length < wanted && (keyOfLine[line] as number) >= 0) lines.push(line);
  });
  while (lines.length < wanted && !blocks.next().done) yield;
  return lines;
}

export function exampleOfTable({ count, start, line }: SessionTable): number[] {
  const session = count >> 1;
  const from = start[session] ?? 0;
  return [...line.subarray(from, Math.min(from + EXAMPLE_LINES, start[session + 1] ?? from))];
}
