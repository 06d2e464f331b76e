import { nextReplaced, sequenceAt } from '../base/utf8.ts';
import { grown } from './kernel/arrays.ts';
import { LF } from './kernel/byte-classes.ts';

/**
 * Counts characters that decoding replaces by U+FFFD, and those that were replaced before: nothing is lost in silence. ASCII
 * costs next to nothing.
 */
export class ReplacedLines {
  /** In all lines. */
  characters = 0;
  private found: Int32Array = new Int32Array(16);
  private count = 0;

  /** @returns 0-based lines that have some, ascending */
  get lines(): Int32Array {
    return this.found.slice(0, this.count);
  }

  /**
   * @param bytes hold whole lines at `[from, to)`, each ending in LF
   * @param firstLine number of the first of them
   * @param isCut the line goes on, so that its last character may be half of one
   */
  add(bytes: Uint8Array, from: number, to: number, firstLine: number, isCut: boolean): void {
    const end = isCut ? to - 1 : to;
    let line = firstLine;
    let counted = from;
    for (let at = nextReplaced(bytes, from, end); at < end; ) {
      for (; counted < at; counted++) if (bytes[counted] === LF) line++;
      const length = sequenceAt(bytes, at, end);
      const isHalf = isCut && at - length === end;
      if (!isHalf) this.addTo(line);
      at = nextReplaced(bytes, at + Math.abs(length), end);
    }
  }

  private addTo(line: number): void {
    this.characters++;
    if (this.count > 0 && this.found[this.count - 1] === line) return;
    if (this.count === this.found.length) this.found = grown(this.found, this.count);
    this.found[this.count++] = line;
  }
}
