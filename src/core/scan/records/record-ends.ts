import { CR } from '../bytes.ts';
import { LF, SPACE_BYTE } from '../kernel/byte-classes.ts';
import { Cells } from './cells.ts';

const QUOTE = 34;
/** A quoted cell that is longer than this, in bytes or in lines, was opened by mistake. */
const LONGEST_QUOTED = 65_536;
const MOST_QUOTED_LINES = 50;
/** No record is longer; of a longer line the rest is passed over. */
export const LONGEST_RECORD = 1 << 20;

/**
 * `plain` has no quoted cell, `quoted` has some, in `escaped` one has quotes of its own, in `faulty` a quote has no end or text
 * stands behind it.
 */
export type RecordKind = 'plain' | 'quoted' | 'escaped' | 'faulty';

/**
 * Finds the ends of the records of delimited text. A quote counts at the start of a cell only; a record whose quotes do not
 * fit is read again without them, up to its first line end, so that a stray quote costs one record.
 *
 * @see RFC 4180
 */
export class RecordEnds {
  kind: RecordKind = 'plain';
  /** Where the record ends: at its line end, or where the bytes or the longest record do. */
  end = 0;
  /** Of a record with quoted cells, without their quotes. */
  readonly cells = new Cells();
  /** The first quote at or behind where the search began. */
  private quote = -1;
  private readonly delimiter: number;

  constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  /** Other bytes come. */
  restart(): void {
    this.quote = -1;
  }

  /** @param isLast whether the file ends with the bytes. @returns false where more bytes must tell */
  read(bytes: Uint8Array, start: number, isLast: boolean): boolean {
    if (this.quote < start) this.quote = indexOf(bytes, QUOTE, start);
    const lineEnd = indexOf(bytes, LF, start);
    this.kind = 'plain';
    if (this.quote < lineEnd) {
      const end = this.endOfCells(bytes, start, isLast);
      if (end === UNKNOWN) return false;
      this.end = end;
      if (end !== FAULTY) return true;
      this.kind = 'faulty';
    }
    return this.lineAt(start, lineEnd, bytes.length, isLast);
  }

  private lineAt(start: number, lineEnd: number, length: number, isLast: boolean): boolean {
    this.end = Math.min(lineEnd, start + LONGEST_RECORD);
    if (this.end < length) return true;
    this.end = length;
    return isLast;
  }

  private endOfCells(bytes: Uint8Array, start: number, isLast: boolean): number {
    let p = start;
    this.cells.clear();
    while (p < bytes.length) {
      p = bytes[p] === QUOTE ? this.behindQuoted(bytes, p, isLast) : this.behindPlain(bytes, p);
      if (p === FAULTY || p - start > LONGEST_RECORD) return FAULTY;
      if (p === UNKNOWN || bytes[p] === LF) break;
      p++;
    }
    if (bytes[p] === LF) return p;
    if (isLast && p !== UNKNOWN) return bytes.length;
    return bytes.length - start > LONGEST_RECORD ? FAULTY : UNKNOWN;
  }

  private behindPlain(bytes: Uint8Array, start: number): number {
    let p = start;
    while (p < bytes.length && bytes[p] !== this.delimiter && bytes[p] !== LF) p++;
    this.cells.add(start, bytes[p] === LF && p > start && bytes[p - 1] === CR ? p - 1 : p);
    return p;
  }

  /** @returns place of the delimiter or line end behind the quoted cell at `open` */
  private behindQuoted(bytes: Uint8Array, open: number, isLast: boolean): number {
    if (this.kind === 'plain') this.kind = 'quoted';
    let close = indexOf(bytes, QUOTE, open + 1);
    while (bytes[close + 1] === QUOTE) {
      this.kind = 'escaped';
      close = indexOf(bytes, QUOTE, close + 2);
    }
    this.cells.add(open + 1, close);
    if (close - open > LONGEST_QUOTED || linesIn(bytes, open, close) > MOST_QUOTED_LINES) return FAULTY;
    const next = this.behindClose(bytes, close);
    return next === UNKNOWN && isLast ? (close === bytes.length - 1 ? bytes.length : FAULTY) : next;
  }

  private behindClose(bytes: Uint8Array, close: number): number {
    let p = close + 1;
    while (bytes[p] === SPACE_BYTE) p++;
    if (p < bytes.length && bytes[p] === this.delimiter) return p;
    if (bytes[p] === CR) p++;
    if (p >= bytes.length) return UNKNOWN;
    return bytes[p] === LF ? p : FAULTY;
  }
}

const UNKNOWN = -1;
const FAULTY = -2;

function linesIn(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let p = indexOf(bytes, LF, from); p < to && lines <= MOST_QUOTED_LINES; p = indexOf(bytes, LF, p + 1)) lines++;
  return lines;
}

/** Length of the bytes where there is none. */
function indexOf(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}
