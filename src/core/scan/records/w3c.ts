import type { NewWindowReader } from '../window-reader.ts';
import { Cells, splitAt, splitAtSpaces } from './cells.ts';
import { LineRecords, writeRaw } from './line-records.ts';
import type { RecordFormat } from './record-format.ts';
import { RowWriter } from './row-writer.ts';

const DIRECTIVE = 35;
const TAB = 9;
const FIELDS = /^#Fields:?[ \t]/i;

/** Names in a `#Fields:` line, or in a `#fields` line as Zeek writes it; undefined for any other. */
export function w3cFields(line: string): readonly string[] | undefined {
  if (!FIELDS.test(line)) return undefined;
  const [, ...names] = line.trim().split(/[ \t]+/);
  return names;
}

/**
 * The W3C extended format: cells set apart by spaces or tabs, `-` for those that are empty. Directives are no records; each
 * `#Fields:` line says how the rows behind it are arranged.
 */
export function w3cRecords({ fields }: RecordFormat): NewWindowReader {
  return (sink, lineEnd, offset) =>
    new LineRecords(sink, lineEnd, offset, (writer) => {
      const cells = new Cells();
      const rows = new RowWriter(writer, fields);
      return (bytes, start, end, at) => {
        if (start < end && bytes[start] === DIRECTIVE) {
          const names = w3cFields(String.fromCharCode(...bytes.subarray(start, end)));
          if (names !== undefined) rows.arrange(names);
          writer.joined(at);
        } else if (!split(bytes, start, end, cells) || !rows.write(bytes, cells, at)) {
          writeRaw(writer, bytes, start, end, at);
        }
      };
    });
}

function split(bytes: Uint8Array, start: number, end: number, cells: Cells): boolean {
  if (bytes.subarray(0, end).indexOf(TAB, start) < 0) return splitAtSpaces(bytes, start, end, cells);
  splitAt(TAB, bytes, start, end, cells);
  return true;
}
