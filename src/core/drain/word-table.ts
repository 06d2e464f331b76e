import { WILDCARD } from '../scan/tokens.ts';

/** What `<*>` is in every table. */
export const WILDCARD_WORD = 0;
/** What a word is that a table does not hold. */
const UNKNOWN_WORD = -1;
const FIRST_CAPACITY = 1024;

/**
 * Numbers for words, so that token sequences are compared as integers. Twice as fast as a `Map` and without its limit of 16
 * million entries, which a log of nothing but distinct words can pass. Open addressing, at most half full.
 */
export class WordTable {
  private readonly texts: string[] = [];
  /** Hash and number of each word by turns; the number is counted from 1, for 0 marks a free slot. */
  private slots = new Int32Array(2 * FIRST_CAPACITY);
  private mask = FIRST_CAPACITY - 1;

  constructor() {
    this.add(WILDCARD);
  }

  /** A word that was never seen gets the next number. */
  add(text: string): number {
    const hash = hashOf(text);
    const slot = this.slotOf(text, hash);
    const known = this.slots[slot + 1] as number;
    if (known > 0) return known - 1;
    this.slots[slot] = hash;
    this.slots[slot + 1] = this.texts.push(text);
    if (2 * this.texts.length > this.mask) this.grow();
    return this.texts.length - 1;
  }

  /** @returns -1 for a word that was never added */
  find(text: string): number {
    const number = this.slots[this.slotOf(text, hashOf(text)) + 1] as number;
    return number === 0 ? UNKNOWN_WORD : number - 1;
  }

  /** @param word a number that `add` returned */
  textOf(word: number): string {
    return this.texts[word] as string;
  }

  textsOf(words: ArrayLike<number>): string[] {
    return Array.from(words, (word) => this.textOf(word));
  }

  /** Where the word stands, or is to stand. */
  private slotOf(text: string, hash: number): number {
    const { slots, mask, texts } = this;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = slots[2 * at + 1] as number;
      if (number === 0 || (slots[2 * at] === hash && texts[number - 1] === text)) return 2 * at;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(2 * old.length);
    this.mask = 2 * this.mask + 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let at = (old[from] as number) & this.mask;
      while (this.slots[2 * at + 1] !== 0) at = (at + 1) & this.mask;
      this.slots[2 * at] = old[from] as number;
      this.slots[2 * at + 1] = old[from + 1] as number;
    }
  }
}

/** FNV-1a over UTF-16 units, its bits mixed once more, for only the lowest are used. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
