import { type ScannedLog, SEVERITIES, type Severity } from '../scan/scanned-log.ts';

/** A log with these times and severities; a line without text where the signature is -1. */
export function scannedLog(
  time: readonly number[],
  severity: readonly Severity[] = [],
  signature: readonly number[] = time.map(() => 0),
): ScannedLog {
  return {
    files: [],
    lines: time.length,
    blankLines: signature.filter((index) => index < 0).length,
    headerlessLines: 0,
    cutLines: 0,
    signature: Int32Array.from(signature),
    time: Float64Array.from(time),
    start: new Float64Array(time.length),
    severity: Uint8Array.from(time, (_, line) => SEVERITIES.indexOf(severity[line] ?? 'none')),
    signatures: [],
    identifiers: [],
  };
}
