import { BLANK, JOINED } from './kernel/line-kernel.ts';
import { type ScannedLog, SEVERITIES, type Severity } from './scanned-log.ts';

/** A record is looked for no further back than this many lines. */
const LONGEST_RECORD = 10_000;

/**
 * These lines with those behind each that continue its record.
 *
 * @param lines 0-based, ascending
 */
export function withContinuations({ signature, lines: total }: ScannedLog, lines: Int32Array): Int32Array {
  const all: number[] = [];
  for (const line of lines) {
    // A line may be an event twice.
    if (line <= (all.at(-1) ?? -1)) continue;
    all.push(line);
    for (let next = line + 1; next < total && signature.at(next) === JOINED; next++) all.push(next);
  }
  return Int32Array.from(all);
}

/** What a 0-based line is in its record. */
export function kindOfLine({ signature }: ScannedLog, line: number): 'head' | 'continued' | 'blank' {
  const value = signature.at(line);
  if (value === JOINED) return 'continued';
  return value === BLANK ? 'blank' : 'head';
}

/** Severity of the record that a 0-based line is part of. */
export function recordSeverity({ signature, severity }: ScannedLog, line: number): Severity {
  const first = Math.max(0, line - LONGEST_RECORD);
  let head = line;
  while (head > first && signature.at(head) === JOINED) head--;
  return SEVERITIES[severity.at(head)] ?? 'none';
}
