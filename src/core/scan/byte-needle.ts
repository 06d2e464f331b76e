/** Longest needle, in bytes: on a hostile text a search may compare all of it at each byte. */
export const LONGEST_NEEDLE = 1024;

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const TO_SMALL = 32;

/**
 * Finds a run of bytes, from left to right, and passes over as many as the needle is long where it can (Horspool, "Practical
 * fast searching in strings", 1980).
 */
export class ByteNeedle {
  readonly length: number;
  private readonly needle: Uint8Array;
  /** Shape [256]: what a byte counts as. */
  private readonly fold: Uint8Array;
  /** Shape [256]: how far to go on when this is the byte under the needle's last. */
  private readonly skip: Uint16Array;

  /** @param matchCase false: capital ASCII letters count as small ones */
  constructor(needle: Uint8Array, matchCase: boolean) {
    if (needle.length === 0 || needle.length > LONGEST_NEEDLE) throw new RangeError('A needle has 1 to 1,024 bytes');
    this.fold = Uint8Array.from({ length: 256 }, (_, c) =>
      !matchCase && c >= CAPITAL_A && c <= CAPITAL_Z ? c + TO_SMALL : c,
    );
    this.needle = needle.map((c) => this.fold[c] as number);
    this.length = needle.length;
    const last = this.length - 1;
    const skip = new Uint16Array(256).fill(this.length);
    for (let i = 0; i < last; i++) skip[this.needle[i] as number] = last - i;
    this.skip = skip.map((_, c) => skip[this.fold[c] as number] as number);
  }

  /** Where it next stands in `bytes`, from `from` on; -1 where it does not. */
  findIn(bytes: Uint8Array, from: number): number {
    const { needle, fold, skip } = this;
    const last = needle.length - 1;
    const lastByte = needle[last] as number;
    for (let p = from + last; p < bytes.length; ) {
      const c = bytes[p] as number;
      if (fold[c] === lastByte && this.standsAt(bytes, p - last)) return p - last;
      p += skip[c] as number;
    }
    return -1;
  }

  private standsAt(bytes: Uint8Array, at: number): boolean {
    const { needle, fold } = this;
    for (let i = needle.length - 2; i >= 0; i--) {
      if (fold[bytes[at + i] as number] !== needle[i]) return false;
    }
    return true;
  }
}
