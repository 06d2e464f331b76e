import { type ByteArray, type Int, type IntArray, newInts, times } from './arrays.ts';
import { HashIndex } from './hash-index.ts';
import { hashRun } from './runs.ts';

const FINISH: Int = 0x85ebca6b | 0;

/** Numbers the identifiers of one rule in the order they are first seen, each once a line. */
export class IdentifierIndex {
  private readonly hash: IntArray = newInts(2);
  private readonly index: HashIndex = new HashIndex(1024);

  get size(): Int {
    return this.index.size;
  }

  /** @returns its number; -1 where the line has named it before */
  add(bytes: ByteArray, start: Int, end: Int, line: Int): Int {
    const hash = this.hash;
    hashRun(bytes, start, end, hash);
    return this.index.addOnce(times(hash[0] as Int, FINISH), hash[1] as Int, line + 1);
  }
}
