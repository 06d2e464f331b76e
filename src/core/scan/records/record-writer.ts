import type { Bytes } from '../../base/units.ts';
import { ESC, MINED_BYTES } from '../bytes.ts';
import { stripEscapes } from '../escapes.ts';
import { DASH, LF, SPACE_BYTE, UNDERSCORE } from '../kernel/byte-classes.ts';
import { JOINED_MARK } from '../kernel/header-kernel.ts';
import type { WindowSink } from '../window-reader.ts';

/** A window is full once it has this many bytes; one line more still fits. */
const FULL = MINED_BYTES >> 1;
const MOST_LINES = FULL;
/** Longer values name nothing. */
const COLUMN_BYTES = 256;

/** Writes records as lines and hands them on in windows. A value may come from any bytes: the writer copies it. */
export class RecordWriter {
  private readonly sink: WindowSink;
  private readonly bytes = new Uint8Array(FULL + MINED_BYTES + 2);
  private readonly starts = new Float64Array(MOST_LINES);
  private lines = 0;
  private length = 0;
  /** Where the line that is written begins in `bytes`, and how far it may go. */
  private first = 0;
  private limit = 0;
  private isCut = false;

  constructor(sink: WindowSink) {
    this.sink = sink;
  }

  /** @param start of the record in the file */
  begin(start: Bytes): void {
    this.starts[this.lines] = start;
    this.first = this.length;
    this.limit = this.length + MINED_BYTES;
    this.isCut = false;
  }

  /** A header column: white space becomes `_`, and a value that is missing `-`. */
  column(bytes: Uint8Array, start: number, end: number): void {
    const last = Math.min(end, start + COLUMN_BYTES);
    if (last <= start) this.put(DASH);
    for (let p = start; p < last; p++) {
      const c = bytes[p] as number;
      this.put(isSpace(c) ? UNDERSCORE : c);
    }
    this.put(SPACE_BYTE);
  }

  /** A time, which may hold single spaces. */
  time(bytes: Uint8Array, start: number, end: number): void {
    const from = this.length;
    this.words(bytes, start, Math.min(end, start + COLUMN_BYTES), false);
    if (this.length === from) this.put(DASH);
    this.put(SPACE_BYTE);
  }

  /** Content: words set apart by single spaces, up to the first line end. */
  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.length > this.first && this.bytes[this.length - 1] !== SPACE_BYTE) this.put(SPACE_BYTE);
    this.words(bytes, start, end, true);
  }

  /** A byte of the content as it is. */
  put(byte: number): void {
    if (this.length < this.limit) this.bytes[this.length++] = byte;
    else this.isCut = true;
  }

  /** The record goes on behind what was read of it. */
  cut(): void {
    this.isCut = true;
  }

  /** Ends the line. */
  end(): void {
    this.length = this.first + this.plainLength();
    if (this.isCut) this.flushBefore();
    this.bytes[this.length++] = LF;
    this.lines++;
    if (this.isCut || this.length >= FULL || this.lines === MOST_LINES) this.flush();
  }

  /** A line of the file that continues the record before it. */
  joined(start: Bytes): void {
    this.begin(start);
    this.put(JOINED_MARK);
    this.end();
  }

  /** Hands on what was written. */
  flush(): void {
    const { lines, length, starts, bytes } = this;
    this.lines = 0;
    this.length = 0;
    if (lines > 0) this.sink.window(bytes, 0, length, starts[0] as number, starts.subarray(0, lines));
  }

  /** What stands before the line that is cut goes first. */
  private flushBefore(): void {
    const { first, length, lines } = this;
    const start = this.starts[lines] as number;
    const cut = this.bytes.slice(first, length);
    this.length = first;
    this.flush();
    this.sink.cutLine();
    this.bytes.set(cut);
    this.starts[0] = start;
    this.length = cut.length;
  }

  private words(bytes: Uint8Array, start: number, end: number, firstLineOnly: boolean): void {
    if (end - start < this.limit - this.length) {
      this.length += copyWords(bytes, start, end, firstLineOnly, this.bytes, this.length);
      return;
    }
    let pending = false;
    const from = this.length;
    for (let p = start; p < end; p++) {
      const c = bytes[p] as number;
      if (isSpace(c)) {
        if (firstLineOnly && c === LF && this.length > from) return;
        pending = this.length > from;
        continue;
      }
      if (pending) this.put(SPACE_BYTE);
      pending = false;
      this.put(c);
    }
  }

  private plainLength(): number {
    const { bytes, first, length } = this;
    let p = first;
    while (p < length && bytes[p] !== ESC) p++;
    if (p === length) return length - first;
    const line = bytes.subarray(first, length);
    return stripEscapes(line, 0, line.length, line);
  }
}

/**
 * Words set apart by single spaces.
 *
 * @param out has room for as many bytes as there are
 * @returns how many were written
 */
function copyWords(
  bytes: Uint8Array,
  start: number,
  end: number,
  firstLineOnly: boolean,
  out: Uint8Array,
  from: number,
): number {
  let length = from;
  let pending = false;
  for (let p = start; p < end; p++) {
    const c = bytes[p] as number;
    if (isSpace(c)) {
      if (firstLineOnly && c === LF && length > from) break;
      pending = length > from;
      continue;
    }
    if (pending) out[length++] = SPACE_BYTE;
    pending = false;
    out[length++] = c;
  }
  return length - from;
}

/** White space and control characters; escape sequences are taken out of the whole line. */
function isSpace(c: number): boolean {
  return c <= SPACE_BYTE && c !== ESC;
}
