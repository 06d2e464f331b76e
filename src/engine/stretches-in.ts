import type { PackedColumn } from '../core/base/packed-column.ts';
import type { ScannedFile } from '../core/scan/scanned-log.ts';
import type { ByteSource } from '../ingest/byte-source.ts';

/** Lines of each stretch that a file was read in. @param start offsets of the log's lines in what was read */
export function stretchesIn(file: ScannedFile, { stretches }: ByteSource, start: PackedColumn): ScannedFile[] {
  const found: ScannedFile[] = [];
  let firstLine = file.firstLine;
  let read = 0;
  stretches?.forEach(({ from, to }, index) => {
    read += to - from;
    const end = lineFrom(file, firstLine, start, read);
    const name = `${file.name}, part ${index + 1}`;
    if (end > firstLine) found.push({ name, size: to - from, firstLine, lines: end - firstLine });
    firstLine = end;
  });
  return found.length > 0 ? found : [file];
}

/** The first line of a file that starts at or behind an offset. */
function lineFrom({ firstLine, lines }: ScannedFile, from: number, start: PackedColumn, offset: number): number {
  let low = from;
  let high = firstLine + lines;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start.at(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
