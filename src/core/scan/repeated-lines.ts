import { lengthOfLine } from './longest-line.ts';
import type { ScannedLog } from './scanned-log.ts';

/**
 * Whether a line most likely is a copy of the line above: it has the same signature, time, length and identifiers. No text is kept,
 * so lines that differ in no more than digits of a number count too.
 */
export function isRepeated(log: ScannedLog, line: number): boolean {
  if (line === 0) return false;
  const signature = log.signature.at(line);
  if (signature < 0 || signature !== log.signature.at(line - 1)) return false;
  const time = log.time.at(line);
  if (time !== log.time.at(line - 1) && !Number.isNaN(time)) return false;
  if (lengthOfLine(log, line) !== lengthOfLine(log, line - 1)) return false;
  return log.identifiers.every(({ first }) => first.at(line) === first.at(line - 1));
}

export function countRepeated(log: ScannedLog): number {
  let count = 0;
  for (let line = 1; line < log.lines; line++) if (isRepeated(log, line)) count++;
  return count;
}
