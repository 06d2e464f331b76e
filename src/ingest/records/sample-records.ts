import { JOINED_MARK } from '../../core/scan/kernel/header-kernel.ts';
import type { RecordFormat } from '../../core/scan/records/record-format.ts';
import type { WindowSink } from '../../core/scan/window-reader.ts';
import { decodeUtf8 } from '../decode.ts';
import { canonicalLines } from './canonical-lines.ts';
import type { FormatSample } from './format-candidate.ts';
import { isCutAtLines, windowReader } from './window-reader.ts';

const MOST_RECORDS = 2000;

/**
 * The lines that the scanner would read of a sample. Of a file whose records are no lines, the head stands for all: a line
 * from the middle of it is no record.
 */
export function sampleRecords(records: RecordFormat | undefined, { lines, head }: FormatSample): readonly string[] {
  if (records === undefined) return lines;
  const { syntax } = records;
  const areLines = isCutAtLines(records) && !(syntax.kind === 'json-lines' && syntax.path.length > 0);
  return areLines ? canonicalLines(records, lines) : recordsOfHead(records, head);
}

function recordsOfHead(records: RecordFormat, head: Uint8Array): string[] {
  const lines: string[] = [];
  const sink: WindowSink = {
    window(bytes, from, to) {
      lines.push(...decodeUtf8(bytes.subarray(from, to)).split('\n'));
    },
    cutLine() {
      // What is left out was never mined.
    },
  };
  const reader = windowReader(records)(sink, 'lf', 0);
  reader.push(head);
  reader.end();
  const mark = String.fromCharCode(JOINED_MARK);
  return lines.filter((line) => line.trim() !== '' && !line.startsWith(mark)).slice(0, MOST_RECORDS);
}
