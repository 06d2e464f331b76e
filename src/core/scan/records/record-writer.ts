import { FOUR, fourOf, someLess, TOPS, zeros } from '../../base/fours.ts';
import type { Bytes } from '../../base/units.ts';
import { ESC, MINED_BYTES } from '../bytes.ts';
import { stripEscapes } from '../escapes.ts';
import { DASH, LF, SPACE_BYTE, UNDERSCORE } from '../kernel/byte-classes.ts';
import { JOINED_MARK } from '../kernel/header-kernel.ts';
import type { WindowSink } from '../window-reader.ts';
import { RecentViews } from './recent-views.ts';

/** A window is full once it has this many bytes; one line more still fits. */
const FULL = MINED_BYTES >> 1;
const MOST_LINES = FULL;
/** Longer values name nothing. */
const COLUMN_BYTES = 256;

/** Worth to be copied four bytes at a time. */
const LONG = 12;
const SPACES = fourOf(SPACE_BYTE);
const SPACE_BEFORE = 0x80;

/** Writes records as lines and hands them on in windows. A value may come from any bytes: the writer copies it. */
export class RecordWriter {
  private readonly sink: WindowSink;
  private readonly bytes = new Uint8Array(FULL + MINED_BYTES + 2);
  private readonly view = new DataView(this.bytes.buffer);
  private readonly sources = new RecentViews();
  private readonly starts = new Float64Array(MOST_LINES);
  private lines = 0;
  private length = 0;
  /** Where the line that is written begins in `bytes`, and how far it may go. */
  private first = 0;
  private limit = 0;
  private isCut = false;
  private hasEscapes = false;

  constructor(sink: WindowSink) {
    this.sink = sink;
  }

  /** @param start of the record in the file */
  begin(start: Bytes): void {
    this.starts[this.lines] = start;
    this.first = this.length;
    this.limit = this.length + MINED_BYTES;
    this.isCut = false;
    this.hasEscapes = false;
  }

  /** A header column: white space becomes `_`, and a value that is missing `-`. */
  column(bytes: Uint8Array, start: number, end: number): void {
    const last = Math.min(end, start + COLUMN_BYTES);
    if (last <= start) this.put(DASH);
    else this.word(bytes, start, last);
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
    if (byte === ESC) this.hasEscapes = true;
    if (this.length < this.limit) this.bytes[this.length++] = byte;
    else this.isCut = true;
  }

  /** The record goes on behind what was read of it. */
  cut(): void {
    this.isCut = true;
  }

  /** Ends the line. */
  end(): void {
    if (this.hasEscapes) this.stripEscapes();
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

  private word(bytes: Uint8Array, start: number, end: number): void {
    const out = this.bytes;
    const last = Math.min(end, start + this.limit - this.length);
    let p = this.plainBytes(bytes, start, last, false);
    let { length } = this;
    for (; p < last; p++) {
      const c = bytes[p] as number;
      if (c === ESC) this.hasEscapes = true;
      out[length++] = isSpace(c) ? UNDERSCORE : c;
    }
    this.length = length;
    if (last < end) this.isCut = true;
  }

  private words(bytes: Uint8Array, start: number, end: number, firstLineOnly: boolean): void {
    const { bytes: out, limit, length: from } = this;
    let pending = false;
    let p = this.plainBytes(bytes, start, Math.min(end, start + limit - from), true);
    let { length } = this;
    for (; p < end; p++) {
      const c = bytes[p] as number;
      if (isSpace(c)) {
        if (firstLineOnly && c === LF && length > from) break;
        pending = length > from;
        continue;
      }
      if (c === ESC) this.hasEscapes = true;
      if (pending && length < limit) out[length++] = SPACE_BYTE;
      pending = false;
      if (length === limit) {
        this.isCut = true;
        break;
      }
      out[length++] = c;
    }
    this.length = length;
  }

  /**
   * Copies bytes from `start` on that stay as they are, four at a time: up to a control character or white space, of words up to
   * white space that is more than a single space between two.
   *
   * @returns behind them
   */
  private plainBytes(bytes: Uint8Array, start: number, end: number, areWords: boolean): number {
    if (end - start < LONG) return start;
    const source = this.sources.of(bytes);
    const { view } = this;
    const odd = areWords ? 0 : TOPS;
    let { length } = this;
    // The top bit of a byte is set where a space stands; no word has begun yet, as behind a space.
    let before = SPACE_BEFORE;
    let p = start;
    for (; p + FOUR <= end; p += FOUR) {
      const four = source.getInt32(p, true);
      const spaces = zeros(four ^ SPACES);
      if ((someLess(four, SPACES) | (spaces & ((spaces << 8) | before | odd))) !== 0) break;
      view.setInt32(length, four, true);
      length += FOUR;
      before = spaces >>> 24;
    }
    const back = p > start && before !== 0 ? 1 : 0;
    this.length = length - back;
    return p - back;
  }

  private stripEscapes(): void {
    const line = this.bytes.subarray(this.first, this.length);
    this.length = this.first + stripEscapes(line, 0, line.length, line);
  }
}

/** White space and control characters; escape sequences are taken out of the whole line. */
function isSpace(c: number): boolean {
  return c <= SPACE_BYTE && c !== ESC;
}
