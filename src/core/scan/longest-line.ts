import type { Bytes } from '../base/units.ts';
import type { ScannedLog } from './scanned-log.ts';

export interface LongestLine {
  /** 1-based; the first of those that are equally long. */
  readonly line: number;
  /** With its line end. */
  readonly length: Bytes;
}

type Places = Pick<ScannedLog, 'files' | 'lines' | 'start'>;

/** A log has a line at least. */
export function longestLine(log: Places): LongestLine {
  let longest: LongestLine = { line: 1, length: 0 };
  for (let line = 0; line < log.lines; line++) {
    const length = lengthOfLine(log, line);
    if (length > longest.length) longest = { line: line + 1, length };
  }
  return longest;
}

/** Of a 0-based line, with its line end. */
export function lengthOfLine({ files, lines, start }: Places, line: number): Bytes {
  const from = start.at(line);
  const next = line + 1 < lines ? start.at(line + 1) : 0;
  if (next > from) return next - from;
  return (files.find((file) => line === file.firstLine + file.lines - 1)?.size ?? from) - from;
}
