import { type ByteArray, grown, type Int, type IntArray, newInts, times } from './arrays.ts';
import { HashIndex } from './hash-index.ts';
import { hashRun } from './runs.ts';

const FINISH: Int = 0x85ebca6b | 0;

/** Numbers the identifiers of one rule in the order they are first seen, each once a line. */
export class IdentifierIndex {
  private readonly hash: IntArray = newInts(2);
  private readonly index: HashIndex = new HashIndex(1024);
  /** Last line that named each, and 1 more. */
  private lastLine: IntArray = newInts(512);

  get size(): Int {
    return this.index.size;
  }

  /** @returns its number; -1 where the line has named it before */
  add(bytes: ByteArray, start: Int, end: Int, line: Int): Int {
    const hash = this.hash;
    hashRun(bytes, start, end, hash);
    const id = this.index.add(times(hash[0] as Int, FINISH), hash[1] as Int);
    if (id >= this.lastLine.length) this.lastLine = grown(this.lastLine, id + 1);
    if ((this.lastLine[id] as Int) === line + 1) return -1;
    this.lastLine[id] = line + 1;
    return id;
  }
}
