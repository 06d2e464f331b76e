import { PackedColumn } from '../base/packed-column.ts';
import { resolveTimes } from '../scan/resolve-times.ts';
import { type ScannedLog, SEVERITIES, type Severity } from '../scan/scanned-log.ts';

/** A log with these times and severities; a line without text where the signature is -1. */
export function scannedLog(
  time: readonly number[],
  severity: readonly Severity[] = [],
  signature: readonly number[] = time.map(() => 0),
): ScannedLog {
  const times = resolveTimes(PackedColumn.from(time), 'date');
  return {
    files: [],
    lines: time.length,
    blankLines: signature.filter((index) => index === -1).length,
    joinedLines: 0,
    headerlessLines: 0,
    headerless: undefined,
    cutLines: new Int32Array(0),
    replacedLines: new Int32Array(0),
    replacedCharacters: 0,
    signature: PackedColumn.from(signature),
    time: times.time,
    datedLines: times.dated,
    backwardLines: times.backward,
    span: times.span,
    start: PackedColumn.from(time.map(() => 0)),
    severity: PackedColumn.from(time.map((_, line) => SEVERITIES.indexOf(severity[line] ?? 'none'))),
    signatures: [],
    sketches: undefined,
    numbers: [],
    identifiers: [],
  };
}
