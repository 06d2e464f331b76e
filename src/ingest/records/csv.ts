import Papa from 'papaparse';
import type { Bytes } from '../../core/base/units.ts';
import { CR } from '../../core/scan/bytes.ts';
import { LF } from '../../core/scan/kernel/byte-classes.ts';
import type { LineEnd } from '../../core/scan/line-splitter.ts';
import { Cells, splitAt } from '../../core/scan/records/cells.ts';
import { writeRaw } from '../../core/scan/records/line-records.ts';
import { RecordEnds } from '../../core/scan/records/record-ends.ts';
import type { RecordField } from '../../core/scan/records/record-format.ts';
import { RecordWriter } from '../../core/scan/records/record-writer.ts';
import { RowWriter } from '../../core/scan/records/row-writer.ts';
import type { NewWindowReader, WindowReader, WindowSink } from '../../core/scan/window-reader.ts';
import { decodeUtf8 } from '../decode.ts';
import { CellBytes } from './cell-bytes.ts';

export interface CsvOptions {
  readonly delimiter: string;
  /** Whether the first record of a file names the columns; where it has no name of a field, the file goes on without names. */
  readonly hasNames: boolean;
  readonly fields: readonly RecordField[];
}

/** What papaparse gets at once. */
const BATCH_BYTES = 65_536;

/**
 * Delimited text. Records whose cells stand there as they are are cut in place; those with quotes within a quoted cell go to
 * papaparse, complete and many at a time, so that it never sees a quote without its end.
 */
class CsvRecords implements WindowReader {
  private readonly writer: RecordWriter;
  private readonly rows: RowWriter;
  private readonly ends: RecordEnds;
  private readonly cells = new Cells();
  private readonly quoted: CellBytes;
  private readonly fields: readonly RecordField[];
  private readonly delimiter: string;
  private readonly isCr: boolean;
  /** The start of a record that the next block goes on with, and where it stands in the file. */
  private tail: Uint8Array = new Uint8Array(0);
  private offset: Bytes;
  private namesAhead: boolean;
  /** Within a line that is longer than a record can be. */
  private isPassing = false;
  /** Records that wait for papaparse: where each begins in the bytes. */
  private batch: number[] = [];
  /** Whether they end in CR LF. */
  private batchHasCr = false;

  constructor(sink: WindowSink, lineEnd: LineEnd, offset: Bytes, { delimiter, hasNames, fields }: CsvOptions) {
    this.writer = new RecordWriter(sink);
    this.rows = new RowWriter(this.writer, fields);
    this.ends = new RecordEnds(delimiter.charCodeAt(0));
    this.quoted = new CellBytes(fields);
    this.fields = fields;
    this.delimiter = delimiter;
    this.isCr = lineEnd === 'cr';
    this.offset = offset;
    this.namesAhead = hasNames && offset === 0;
  }

  push(block: Uint8Array): void {
    const added = this.isCr ? block.map((byte) => (byte === CR ? LF : byte)) : block;
    const bytes = this.tail.length === 0 ? added : joined(this.tail, added);
    const read = this.read(bytes, false);
    this.tail = bytes.slice(read);
    this.offset += read;
  }

  end(): void {
    this.read(this.tail, true);
    this.writer.flush();
  }

  /** @returns where the first record begins that needs more bytes */
  private read(bytes: Uint8Array, isLast: boolean): number {
    const { ends } = this;
    let start = this.offset === 0 ? this.behindMark(bytes, isLast) : 0;
    ends.restart();
    while (start >= 0 && start < bytes.length) {
      if (this.isPassing) {
        start = this.pass(bytes, start);
        continue;
      }
      if (!ends.read(bytes, start, isLast)) break;
      this.record(bytes, start);
      this.isPassing = ends.end < bytes.length && bytes[ends.end] !== LF;
      start = this.isPassing ? ends.end : ends.end + 1;
    }
    this.flushBatch(bytes, start);
    return Math.min(Math.max(start, 0), bytes.length);
  }

  /** Behind a byte order mark; -1 while it may still come. */
  private behindMark(bytes: Uint8Array, isLast: boolean): number {
    if (bytes.length < 3 && !isLast) return -1;
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  private pass(bytes: Uint8Array, start: number): number {
    const lineEnd = bytes.indexOf(LF, start);
    this.isPassing = lineEnd < 0;
    return lineEnd < 0 ? bytes.length : lineEnd + 1;
  }

  private record(bytes: Uint8Array, start: number): void {
    const { kind, end } = this.ends;
    const mayBeNames = this.namesAhead;
    this.namesAhead = false;
    if (mayBeNames && this.areNames(bytes, start, end)) {
      this.writer.joined(this.offset + start);
      this.joinedLines(bytes, start, end);
    } else if (kind === 'faulty') {
      this.flushBatch(bytes, start);
      this.raw(bytes, start, end);
    } else if (kind === 'escaped' || this.batch.length > 0) {
      this.addToBatch(bytes, start, end);
    } else if (kind === 'quoted') this.quotedCells(bytes, start, end);
    else this.plain(bytes, start, end);
  }

  /** Whether a record has the name of a field in its place. */
  private areNames(bytes: Uint8Array, start: number, end: number): boolean {
    const text = decodeUtf8(bytes.subarray(start, end));
    const [row = []] = parseRows(text, this.delimiter, text.endsWith('\r') ? '\r\n' : '\n', 1);
    return this.fields.some(({ name, path }) => (row[Number(path.at(-1))] ?? '').trim() === name);
  }

  private addToBatch(bytes: Uint8Array, start: number, end: number): void {
    const hasCr = bytes[end - 1] === CR;
    if (hasCr !== this.batchHasCr) this.flushBatch(bytes, start);
    this.batchHasCr = hasCr;
    this.batch.push(start);
    if (end - (this.batch[0] as number) > BATCH_BYTES) this.flushBatch(bytes, end + 1);
  }

  private quotedCells(bytes: Uint8Array, start: number, end: number): void {
    if (!this.rows.write(bytes, this.ends.cells, this.offset + start))
      this.raw(bytes, start, firstLine(bytes, start, end));
    this.joinedLines(bytes, start, end);
  }

  private plain(bytes: Uint8Array, start: number, end: number): void {
    const to = end > start && bytes[end - 1] === CR ? end - 1 : end;
    splitAt(this.delimiter.charCodeAt(0), bytes, start, to, this.cells);
    if (to === start || !this.rows.write(bytes, this.cells, this.offset + start)) this.raw(bytes, start, end);
  }

  private raw(bytes: Uint8Array, start: number, end: number): void {
    writeRaw(this.writer, bytes, start, end, this.offset + start);
  }

  /** @param to where the record behind the batch begins */
  private flushBatch(bytes: Uint8Array, to: number): void {
    const { batch } = this;
    if (batch.length === 0) return;
    this.batch = [];
    const last = bytes[to - 1] === CR ? to - 1 : to;
    const text = decodeUtf8(bytes.subarray(batch[0], last));
    const rows = parseRows(text, this.delimiter, this.batchHasCr ? '\r\n' : '\n');
    if (rows.length !== batch.length) throw new Error(`${batch.length} records were read as ${rows.length}`);
    rows.forEach((row, index) => {
      const start = batch[index] as number;
      const end = (batch[index + 1] ?? to) - 1;
      const isBlank = row.length === 1 && row[0] === '';
      const { bytes: cells, spans } = this.quoted.of(row);
      if (isBlank || !this.rows.write(cells, spans, this.offset + start))
        this.raw(bytes, start, firstLine(bytes, start, end));
      this.joinedLines(bytes, start, end);
    });
  }

  private joinedLines(bytes: Uint8Array, start: number, end: number): void {
    for (let p = bytes.indexOf(LF, start); p >= 0 && p < end; p = bytes.indexOf(LF, p + 1)) {
      this.writer.joined(this.offset + p + 1);
    }
  }
}

/** @param text complete records. @param most rows that are read, all where it is left out */
export function parseRows(text: string, delimiter: string, newline: '\n' | '\r\n', most = 0): string[][] {
  const options = { delimiter, newline, header: false, worker: false, preview: most } as const;
  const rows = Papa.parse<string[]>(text, options).data;
  const last = rows.at(-1);
  if (text.endsWith('\n') && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

function firstLine(bytes: Uint8Array, start: number, end: number): number {
  const lineEnd = bytes.indexOf(LF, start);
  return lineEnd < 0 ? end : Math.min(lineEnd, end);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

export function csvRecords(options: CsvOptions): NewWindowReader {
  return (sink, lineEnd, offset) => new CsvRecords(sink, lineEnd, offset, options);
}
