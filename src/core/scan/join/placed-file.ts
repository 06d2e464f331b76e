import type { ScannedFile, ScannedLog } from '../scanned-log.ts';

/** A file of one of several logs, with its place in the log that they make together. */
export interface PlacedFile extends ScannedFile {
  /** Which of the logs it is in. */
  readonly log: number;
  /** Its first line there. */
  readonly ownFirstLine: number;
}

/** @param order of each file the log it is in; each log's files keep their order */
export function placeFiles(logs: readonly ScannedLog[], order: readonly number[]): PlacedFile[] {
  const next = logs.map(() => 0);
  let firstLine = 0;
  return order.map((log) => {
    const file = logs[log]?.files[next[log] ?? 0];
    if (file === undefined) throw new RangeError(`Log ${log} has fewer files than the order names`);
    next[log] = (next[log] ?? 0) + 1;
    const placed = { ...file, firstLine, log, ownFirstLine: file.firstLine };
    firstLine += file.lines;
    return placed;
  });
}
