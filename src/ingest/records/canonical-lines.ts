import type { RecordFormat } from '../../core/scan/records/record-format.ts';
import type { WindowSink } from '../../core/scan/window-reader.ts';
import { decodeUtf8 } from '../decode.ts';
import { windowReader } from './window-reader.ts';

const encoder = new TextEncoder();
/** A record that is read by itself does not stand at the start of its file, where column names may be. */
const WITHIN = 1;

/** The line that the scanner read for each raw record, empty where there is none. */
export function canonicalLines(records: RecordFormat, texts: readonly string[]): string[] {
  let line = '';
  const sink: WindowSink = {
    window(bytes, from, to) {
      if (line === '') line = decodeUtf8(bytes.subarray(from, to)).split('\n', 1)[0] ?? '';
    },
    cutLine() {
      // What is left out was never mined.
    },
  };
  const newReader = () => windowReader(ofOneRecord(records))(sink, 'lf', WITHIN);
  const shared = isReusable(records) ? newReader() : undefined;
  return texts.map((text) => {
    line = '';
    const reader = shared ?? newReader();
    reader.push(encoder.encode(whole(records, text)));
    reader.end();
    return line;
  });
}

/** Their readers keep nothing of a record behind its end, and take much memory to be made for each. */
function isReusable({ syntax: { kind } }: RecordFormat): boolean {
  return kind === 'json-lines' || kind === 'json-document' || kind === 'logfmt' || kind === 'cef';
}

/** The text of a record begins behind the path that leads to it, and may be followed by what stands before the next one. */
function ofOneRecord(records: RecordFormat): RecordFormat {
  const { kind } = records.syntax;
  const isJson = kind === 'json-document' || (kind === 'json-lines' && records.syntax.path.length > 0);
  return isJson ? { ...records, syntax: { kind: 'json-document', path: [] } } : records;
}

/** A quoted cell of several lines goes on behind the first of them. */
function whole({ syntax }: RecordFormat, text: string): string {
  const quotes = syntax.kind === 'csv' ? text.split('"').length - 1 : 0;
  return quotes % 2 === 0 ? text : `${text}"`;
}
