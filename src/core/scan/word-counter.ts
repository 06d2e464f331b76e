import type { Bytes } from '../base/units.ts';
import type { HeaderFormat } from './header-format.ts';
import { headerReader } from './header-reader.ts';
import { classAt, END, skipSpace } from './kernel/byte-classes.ts';
import { WORD_SLOTS } from './kernel/content-kernel.ts';
import type { HeaderKernel } from './kernel/header-kernel.ts';
import type { LineEnd } from './line-splitter.ts';
import { plainLines } from './line-windows.ts';
import { loneContent } from './lone-content.ts';
import type { WindowReader, WindowSink } from './window-reader.ts';

/** Counts the words of the contents of log files: fed as a `LogScanner` is, in memory that does not grow. */
export class WordCounter implements WindowSink {
  lines = 0;
  private readonly header: HeaderKernel;
  private readonly content = loneContent();
  private windows: WindowReader | undefined;

  constructor(header: HeaderFormat) {
    this.header = headerReader(header);
    this.content.wordCounts = new Int32Array(WORD_SLOTS);
    this.content.configure(false, true, 0);
  }

  beginFile(
    _name: string,
    _size: Bytes,
    lineEnd: LineEnd = 'lf',
    offset: Bytes = 0,
    _file?: number,
    newReader = plainLines,
  ): void {
    this.windows?.end();
    this.windows = newReader(this, lineEnd, offset);
  }

  push(block: Uint8Array): void {
    this.windows?.push(block);
  }

  /** @returns counts by slot, see `Widening` */
  finish(): Int32Array {
    this.windows?.end();
    this.windows = undefined;
    return this.content.wordCounts;
  }

  window(bytes: Uint8Array, from: number, to: number): void {
    for (let start = from; start < to; ) {
      this.lines++;
      const first = skipSpace(bytes, start);
      start = (classAt(bytes, first) === END ? first : this.countLine(bytes, start)) + 1;
    }
  }

  cutLine(): void {
    // What is left out of a line is not counted either.
  }

  /** @returns position of the LF */
  private countLine(bytes: Uint8Array, start: number): number {
    this.header.read(bytes, start);
    this.content.numberCount = 0;
    return this.content.read(bytes, skipSpace(bytes, this.header.content));
  }
}
