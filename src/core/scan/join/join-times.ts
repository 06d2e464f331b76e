import { ColumnBuilder } from '../../base/column-builder.ts';
import type { PackedColumn } from '../../base/packed-column.ts';
import type { ScannedLog } from '../scanned-log.ts';
import type { PlacedFile } from './placed-file.ts';

/**
 * Times of the lines of several logs without gaps. Lines before the first with a time in their file have the last time of the
 * file above, as all lines of a log without times have.
 */
export function joinTimes(logs: readonly ScannedLog[], files: readonly PlacedFile[]): PackedColumn {
  const column = new ColumnBuilder();
  let last = Number.NaN;
  let leading = 0;
  for (const file of files) {
    const log = logs[file.log] as ScannedLog;
    const end = file.ownFirstLine + file.lines;
    const dated = firstDated(log, file);
    for (let line = file.ownFirstLine; line < end; line++) {
      if (line >= dated) last = log.time.at(line);
      if (Number.isNaN(last)) leading++;
      else {
        column.fill(last, column.length + leading);
        leading = 0;
        column.push(last);
      }
    }
  }
  column.fill(Number.NaN, column.length + leading);
  return column.finish();
}

/** Where the times of a file begin: what is not mined, or lacks the header, was given a time. */
function firstDated({ time, signature, headerless }: ScannedLog, { ownFirstLine, lines }: PlacedFile): number {
  const end = ownFirstLine + lines;
  if (lines === 0 || Number.isNaN(time.at(ownFirstLine))) return end;
  let line = ownFirstLine;
  while (line < end && (signature.at(line) < 0 || headerless?.at(line) === 1)) line++;
  return line;
}

/** Lines whose time is before that of the line above. */
export function countBackward(time: PackedColumn): number {
  let backward = 0;
  let before = Number.NaN;
  time.each((value) => {
    if (value < before) backward++;
    before = value;
  });
  return backward;
}
