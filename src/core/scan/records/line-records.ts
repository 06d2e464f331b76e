import type { Bytes } from '../../base/units.ts';
import { CR } from '../bytes.ts';
import { type LineEnd, type LineSink, LineSplitter } from '../line-splitter.ts';
import type { WindowReader, WindowSink } from '../window-reader.ts';
import { RecordWriter } from './record-writer.ts';

/** Writes the record that a line holds at `[start, end)`; `offset` is where the line begins in the file. */
export type ReadRecordLine = (bytes: Uint8Array, start: number, end: number, offset: Bytes) => void;

/** Reads files in which each record is a line, however their bytes come in blocks. */
export class LineRecords implements LineSink, WindowReader {
  private readonly sink: WindowSink;
  private readonly writer: RecordWriter;
  private readonly splitter: LineSplitter;
  private readonly read: ReadRecordLine;

  /** @param newRead makes what writes the records of this file to the writer */
  constructor(sink: WindowSink, lineEnd: LineEnd, offset: Bytes, newRead: (writer: RecordWriter) => ReadRecordLine) {
    this.sink = sink;
    this.writer = new RecordWriter(sink);
    this.splitter = new LineSplitter(this, lineEnd, offset);
    this.read = newRead(this.writer);
  }

  push(block: Uint8Array): void {
    this.splitter.push(block);
  }

  end(): void {
    this.splitter.end();
    this.writer.flush();
  }

  line(bytes: Uint8Array, start: number, end: number, offset: Bytes, isCut: boolean): void {
    if (isCut) {
      this.writer.flush();
      this.sink.cutLine();
    }
    const from = offset === 0 && hasMark(bytes, start, end) ? start + 3 : start;
    const to = end > from && bytes[end - 1] === CR ? end - 1 : end;
    this.read(bytes, from, to, offset);
  }
}

/** The byte order mark that some editors put before a file's first line. */
function hasMark(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
}

/** A record that cannot be read stands as it is: it then lacks the header and is counted as such. */
export function writeRaw(writer: RecordWriter, bytes: Uint8Array, start: number, end: number, offset: Bytes): void {
  writer.begin(offset);
  writer.text(bytes, start, end);
  writer.end();
}
