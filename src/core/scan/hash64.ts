const SEED_LOW = 0x811c9dc5 | 0;
const SEED_HIGH = 0x1b873593;
const WORD_FACTOR = 0xcc9e2d51 | 0;
const LOW_FACTOR = 0x1b873593;
const HIGH_FACTOR = 0x85ebca6b | 0;

/** Two 32-bit hashes of the same text, left in `low` and `high` until the next one. Not made against an adversary. */
export class Hash64 {
  low = 0;
  high = 0;

  ofBytes(bytes: Uint8Array, start: number, end: number): void {
    this.begin(end - start);
    for (let p = start; p < end; p++) this.mix(bytes[p] as number);
  }

  /** @param length distinguishes texts that end in the zero bytes of their last word from shorter ones */
  ofWords(words: Int32Array, count: number, length: number): void {
    this.begin(length);
    for (let i = 0; i < count; i++) this.mix(words[i] as number);
  }

  private begin(length: number): void {
    this.low = SEED_LOW ^ length;
    this.high = SEED_HIGH;
  }

  private mix(word: number): void {
    let k = Math.imul(word, WORD_FACTOR);
    k ^= k >>> 15;
    const low = Math.imul(this.low ^ k, LOW_FACTOR);
    this.low = low ^ (low >>> 13);
    const high = Math.imul((this.high + k) | 0, HIGH_FACTOR);
    this.high = high ^ (high >>> 16);
  }
}
