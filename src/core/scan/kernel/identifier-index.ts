import { type ByteArray, fewerAt, fourAt, grown, type Int, type IntArray, newInts, times } from './arrays.ts';
import { HashIndex } from './hash-index.ts';

const SEED: Int = 0x811c9dc5 | 0;
const FACTOR: Int = 0x9e3779b1 | 0;
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
    let low = SEED ^ (end - start);
    let high: Int = 0;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const four = fourAt(bytes, at);
      low = times(low ^ four, FACTOR);
      low ^= low >>> 15;
      high = (times(high, 31) + four) | 0;
    }
    const rest = at < end ? fewerAt(bytes, at, end - at) : 0;
    low = times(low ^ rest, FACTOR);
    high = times((times(high, 31) + rest) | 0, FINISH);
    const id = this.index.add(low ^ (low >>> 13), high ^ (high >>> 16));
    if (id >= this.lastLine.length) this.lastLine = grown(this.lastLine, id + 1);
    if ((this.lastLine[id] as Int) === line + 1) return -1;
    this.lastLine[id] = line + 1;
    return id;
  }
}
