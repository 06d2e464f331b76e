import { BLANK, JOINED } from './kernel/line-kernel.ts';
import { isRepeated } from './repeated-lines.ts';
import type { ScannedLog } from './scanned-log.ts';

/**
 * Lines that the quality of a log is judged by: without text, without the header of the others, part of the record before
 * them, longer than the mining limit, with characters that could not be decoded, with a time before that of the line above, and
 * most likely copies of the line above.
 */
export const LINE_KINDS = ['blank', 'headerless', 'joined', 'cut', 'replaced', 'backward', 'repeated'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/**
 * 0-based numbers of the lines of a kind, ascending.
 *
 * @param from how many of them to pass over
 * @param count at most
 */
export function linesOfKind(log: ScannedLog, kind: LineKind, from: number, count: number): number[] {
  if (kind === 'cut') return [...log.cutLines.subarray(from, from + count)];
  if (kind === 'replaced') return [...log.replacedLines.subarray(from, from + count)];
  const has = predicateOf(log, kind);
  const lines: number[] = [];
  let seen = 0;
  for (let line = 0; line < log.lines && lines.length < count; line++) {
    if (has(line) && seen++ >= from) lines.push(line);
  }
  return lines;
}

function predicateOf(log: ScannedLog, kind: Exclude<LineKind, 'cut' | 'replaced'>): (line: number) => boolean {
  switch (kind) {
    case 'blank':
      return (line) => log.signature.at(line) === BLANK;
    case 'joined':
      return (line) => log.signature.at(line) === JOINED;
    case 'headerless':
      return (line) => log.headerless?.at(line) === 1;
    case 'backward':
      return (line) => line > 0 && log.time.at(line) < log.time.at(line - 1);
    case 'repeated':
      return (line) => isRepeated(log, line);
  }
}
