import type { Bytes } from '../../base/units.ts';
import { type LineEnd, type LineSink, LineSplitter } from '../../scan/line-splitter.ts';
import type { ClassicReader } from './classic-reader.ts';
import { type TokenLines, TokenLinesBuilder } from './token-lines.ts';

/**
 * Reads the bytes of log files for the classic miner. Fed like a `LogScanner`, whose lines it counts alike: `beginFile`,
 * then the file's blocks in order, cut anywhere, for each file; then `finish`.
 */
export class ClassicScanner implements LineSink {
  private readonly decode: (line: Uint8Array) => string;
  private readonly builder: TokenLinesBuilder;
  private splitter: LineSplitter | undefined;

  /** @param decode to text without terminal escape sequences */
  constructor(reader: ClassicReader, decode: (line: Uint8Array) => string) {
    this.builder = new TokenLinesBuilder(reader);
    this.decode = decode;
  }

  /** Lines that were read so far, in all files. */
  get lines(): number {
    return this.builder.lines;
  }

  beginFile(_name: string, _size: Bytes, lineEnd: LineEnd = 'lf'): void {
    this.splitter?.end();
    this.splitter = new LineSplitter(this, lineEnd);
  }

  /** @param block is not kept */
  push(block: Uint8Array): void {
    this.splitter?.push(block);
  }

  finish(): TokenLines {
    this.splitter?.end();
    this.splitter = undefined;
    return this.builder.finish();
  }

  line(bytes: Uint8Array, start: number, end: number): void {
    this.builder.add(this.decode(bytes.subarray(start, end)));
  }
}
