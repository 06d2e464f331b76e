import { type ByteArray, grown, type Int, type IntArray, newInts, times } from './arrays.ts';
import { HashIndex } from './hash-index.ts';

const FACTOR: Int = 0x01000193;
const FINISH: Int = 0x85ebca6b | 0;

/** Numbers the identifiers of one rule in the order they are first seen, each once a line. */
export class IdentifierIndex {
  private readonly index: HashIndex = new HashIndex(1024);
  /** Last line that named each, and 1 more. */
  private lastLine: IntArray = newInts(512);

  get size(): Int {
    return this.index.size;
  }

  /** @returns its number; -1 where the line has named it before */
  add(bytes: ByteArray, start: Int, end: Int, line: Int): Int {
    let low = end - start;
    let high: Int = 0;
    for (let p = start; p < end; p++) {
      const c = bytes[p] as Int;
      low = times(low ^ c, FACTOR);
      high = ((high << 5) - high + c) | 0;
    }
    low = times(low ^ (low >>> 16), FINISH);
    const id = this.index.add(low ^ (low >>> 13), high);
    if (id >= this.lastLine.length) this.lastLine = grown(this.lastLine, id + 1);
    if ((this.lastLine[id] as Int) === line + 1) return -1;
    this.lastLine[id] = line + 1;
    return id;
  }
}
