import type { Bytes } from '../base/units.ts';
import type { LineEnd } from './line-splitter.ts';

/** Takes the lines of a file, many at a time. */
export interface WindowSink {
  /**
   * @param bytes hold whole lines without escape sequences at `[from, to)`, each ending in LF; valid during the call only
   * @param offset of `bytes[from]` in the file
   * @param starts where each line begins in the file, one after the other; they stand there as they do here where it is left out
   */
  window(bytes: Uint8Array, from: number, to: number, offset: Bytes, starts?: Float64Array): void;
  /** The line that follows goes on behind `MINED_BYTES`, and the rest of it is left out. */
  cutLine(): void;
}

/** Turns the bytes of one file, or of a part of it, into windows, however they come in blocks. */
export interface WindowReader {
  push(block: Uint8Array): void;
  /** No more bytes come. */
  end(): void;
}

/** @param offset in the file of the first byte that will come */
export type NewWindowReader = (sink: WindowSink, lineEnd: LineEnd, offset: Bytes) => WindowReader;
