const SEED_LOW = 0x811c9dc5 | 0;
const SEED_HIGH = 0x1b873593;
const WORD_FACTOR = 0xcc9e2d51 | 0;
const LOW_FACTOR = 0x1b873593;
const HIGH_FACTOR = 0x85ebca6b | 0;

/** Bytes that can be hashed four at a time. */
export class WordBuffer {
  readonly bytes: Uint8Array;
  private readonly words: Int32Array;
  /** Low and high half of the hash: an array, since engines box numbers beyond 31 bits in fields. */
  private readonly halves = new Int32Array(2);

  /** @param capacity most bytes it can take */
  constructor(capacity: number) {
    this.words = new Int32Array((capacity >> 2) + 1);
    this.bytes = new Uint8Array(this.words.buffer);
  }

  get low(): number {
    return this.halves[0] as number;
  }

  get high(): number {
    return this.halves[1] as number;
  }

  /** Hashes the first `length` bytes into `low` and `high`. Not made against an adversary. */
  hash(length: number): void {
    const { bytes, words } = this;
    const count = (length + 3) >> 2;
    for (let i = length; i < 4 * count; i++) bytes[i] = 0;
    // The length tells a text that ends in zero bytes from a shorter one.
    let low = SEED_LOW ^ length;
    let high = SEED_HIGH;
    for (let i = 0; i < count; i++) {
      let k = Math.imul(words[i] as number, WORD_FACTOR);
      k ^= k >>> 15;
      low = Math.imul(low ^ k, LOW_FACTOR);
      low ^= low >>> 13;
      high = Math.imul((high + k) | 0, HIGH_FACTOR);
      high ^= high >>> 16;
    }
    this.halves[0] = low;
    this.halves[1] = high;
  }
}
