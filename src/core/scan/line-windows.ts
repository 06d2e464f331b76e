import { FOUR, fourOf, someZero } from '../base/fours.ts';
import type { Bytes } from '../base/units.ts';
import { ESC, MINED_BYTES } from './bytes.ts';
import { stripEscapes } from './escapes.ts';
import { LF } from './kernel/byte-classes.ts';
import { type LineEnd, type LineSink, LineSplitter } from './line-splitter.ts';
import type { NewWindowReader, WindowReader, WindowSink } from './window-reader.ts';

/** Longest window; no line in it is longer than {@link MINED_BYTES}. */
const WINDOW_BYTES = MINED_BYTES + 1;

/**
 * Cuts the bytes of one file, or of a part of it, into windows of whole lines, however they come in blocks. Lines that need
 * work first - with escape sequences or a byte order mark, too long, cut by a block's end, ended by CR - come one by one.
 */
class LineWindows implements LineSink, WindowReader {
  private readonly sink: WindowSink;
  private readonly lineEnd: LineEnd;
  private readonly splitter: LineSplitter;
  private readonly single = new Uint8Array(WINDOW_BYTES);
  private offset: Bytes;

  /** @param offset in the file of the first byte that will come */
  constructor(sink: WindowSink, lineEnd: LineEnd, offset: Bytes) {
    this.sink = sink;
    this.lineEnd = lineEnd;
    this.offset = offset;
    this.splitter = new LineSplitter(this, lineEnd, offset);
  }

  push(block: Uint8Array): void {
    if (this.lineEnd === 'cr') {
      this.splitter.push(block);
      return;
    }
    const isFirst = this.offset === 0;
    const first = this.splitter.isInLine || isFirst ? block.indexOf(LF) + 1 : 0;
    const end = block.lastIndexOf(LF) + 1;
    if (first > 0) this.splitter.push(block.subarray(0, first));
    if (end > first) this.windows(block, first, end);
    this.splitter.push(block.subarray(end));
    this.offset += block.length;
  }

  /** The last line, if the file does not end in a line end. */
  end(): void {
    this.splitter.end();
  }

  line(bytes: Uint8Array, start: number, end: number, offset: Bytes, isCut: boolean): void {
    const { single } = this;
    const from = offset === 0 ? behindMark(bytes, start, end) : start;
    const length = stripEscapes(bytes, from, end, single);
    single[length] = LF;
    if (isCut) this.sink.cutLine();
    this.sink.window(single, 0, length + 1, offset);
  }

  private windows(block: Uint8Array, first: number, end: number): void {
    let from = first;
    while (from < end) {
      const to = windowEnd(block, from, Math.min(end, from + WINDOW_BYTES));
      if (to > from) this.sink.window(block, from, to, this.offset + from);
      else this.oddLine(block, from);
      from = to > from ? to : block.indexOf(LF, from) + 1;
    }
    this.splitter.skip(end - first);
  }

  private oddLine(block: Uint8Array, from: number): void {
    const end = block.indexOf(LF, from);
    const isCut = end - from > MINED_BYTES;
    this.line(block, from, isCut ? from + MINED_BYTES : end, this.offset + from, isCut);
  }
}

/** Behind the last LF before `limit` and before the first escape sequence; `from` where a line needs work first. */
function windowEnd(block: Uint8Array, from: number, limit: number): number {
  const last = firstEscape(block, from, limit);
  return last === from ? from : Math.max(from, block.lastIndexOf(LF, last - 1) + 1);
}

const ESCAPES = fourOf(ESC);

/**
 * Where the first escape sequence in `[start, end)` begins, `end` where there is none; four bytes at a time, three times as quick
 * as `indexOf`. A window at a time: its bytes are still in the cache when they are scanned.
 */
function firstEscape(block: Uint8Array, start: number, end: number): number {
  const first = Math.min(end, start + ((4 - ((block.byteOffset + start) & 3)) & 3));
  const words = (end - first) >> 2;
  for (let p = start; p < first; p++) if (block[p] === ESC) return p;
  const fours = words === 0 ? NO_WORDS : new Int32Array(block.buffer, block.byteOffset + first, words);
  let word = 0;
  while (word < words && someZero((fours[word] as number) ^ ESCAPES) === 0) word++;
  for (let p = first + FOUR * word; p < end; p++) if (block[p] === ESC) return p;
  return end;
}

const NO_WORDS = new Int32Array(0);

/** Behind the byte order mark that some editors put before a file's first line. */
export function behindMark(bytes: Uint8Array, start: number, end: number): number {
  const isMark = end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
  return isMark ? start + 3 : start;
}

/** Each line of a file as it stands there. */
export const plainLines: NewWindowReader = (sink, lineEnd, offset) => new LineWindows(sink, lineEnd, offset);
