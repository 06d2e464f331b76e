import type { Bytes } from '../base/units.ts';
import { CR, MINED_BYTES } from './bytes.ts';
import { LF } from './kernel/byte-classes.ts';

/**
 * What ends a line: `lf` is LF or CR LF, and a lone CR is white space; `cr` is for files without any LF, and there each
 * of CR, LF and CR LF ends a line.
 */
export type LineEnd = 'lf' | 'cr';

/** Takes the lines of a file, one after the other. */
export interface LineSink {
  /**
   * @param bytes holds the line at `[start, end)` without its LF, valid during the call only
   * @param offset of its first byte in the file
   * @param isCut the line goes on behind `end`, which is as far behind `start` as the splitter hands on
   */
  line(bytes: Uint8Array, start: number, end: number, offset: Bytes, isCut: boolean): void;
}

/** Splits the bytes of one file into lines, however they are cut into blocks. */
export class LineSplitter {
  private readonly sink: LineSink;
  private readonly lineEnd: LineEnd;
  private readonly most: Bytes;
  /** What the blocks before held of the current line, its first bytes only. */
  private carry = new Uint8Array(MINED_BYTES);
  private carried: Bytes = 0;
  /** Offset in the file of the block's first byte. */
  private offset: Bytes;
  private afterCr = false;

  /** @param most bytes of a line that are handed on, `MINED_BYTES` or more */
  constructor(sink: LineSink, lineEnd: LineEnd, offset: Bytes = 0, most: Bytes = MINED_BYTES) {
    this.sink = sink;
    this.most = most;
    this.lineEnd = lineEnd;
    this.offset = offset;
  }

  /** Whether the bytes so far end within a line. */
  get isInLine(): boolean {
    return this.carried > 0;
  }

  /** Passes over whole lines. */
  skip(bytes: Bytes): void {
    this.offset += bytes;
  }

  push(block: Uint8Array): void {
    let start = 0;
    while (start < block.length) {
      if (this.afterCr && block[start] === LF) start++;
      this.afterCr = false;
      const end = this.nextEnd(block, start);
      if (end < 0) break;
      if (this.carried > 0) this.finishCarried(block, start, end);
      else this.emit(block, start, end);
      this.afterCr = this.lineEnd === 'cr' && block[end] === CR;
      start = end + 1;
    }
    if (start < block.length) this.keep(block, start, block.length);
    this.offset += block.length;
  }

  /** The last line, if the file does not end in a line end. */
  end(): void {
    if (this.carried > 0) this.emitCarried();
  }

  private nextEnd(block: Uint8Array, start: number): number {
    const lf = block.indexOf(LF, start);
    if (this.lineEnd === 'lf') return lf;
    const cr = block.indexOf(CR, start);
    return lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
  }

  private emit(block: Uint8Array, start: number, end: number): void {
    const isCut = end - start > this.most;
    this.sink.line(block, start, isCut ? start + this.most : end, this.offset + start, isCut);
  }

  private finishCarried(block: Uint8Array, start: number, end: number): void {
    this.keep(block, start, end);
    this.emitCarried(this.offset + end);
  }

  private emitCarried(end: Bytes = this.offset): void {
    const length = this.carried;
    this.carried = 0;
    const isCut = length > this.most;
    this.sink.line(this.carry, 0, Math.min(length, this.most), end - length, isCut);
  }

  private keep(block: Uint8Array, start: number, end: number): void {
    if (this.carried < this.most) {
      const last = Math.min(end, start + this.most - this.carried);
      this.makeRoom(this.carried + last - start);
      this.carry.set(block.subarray(start, last), this.carried);
    }
    this.carried += end - start;
  }

  private makeRoom(bytes: Bytes): void {
    if (bytes <= this.carry.length) return;
    const grown = new Uint8Array(Math.min(this.most, Math.max(bytes, 2 * this.carry.length)));
    grown.set(this.carry);
    this.carry = grown;
  }
}
