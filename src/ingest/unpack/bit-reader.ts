import { BadArchive } from './unpack-failure.ts';

/** Bits of bytes in memory, the highest of each byte first. */
export class BitReader {
  private readonly bytes: Uint8Array;
  /** The next byte. */
  private at = 0;
  /** Its lowest `count` bits have not been taken. */
  private bits = 0;
  private count = 0;

  /** @param skipped bits of the first byte that are taken already */
  constructor(bytes: Uint8Array, skipped = 0) {
    this.bytes = bytes;
    this.take(skipped);
  }

  /** Bits that were taken, those that were skipped at first with them. */
  get taken(): number {
    return this.at * 8 - this.count;
  }

  /** @param length at most 24 @throws BadArchive where the bytes end */
  take(length: number): number {
    const value = this.peek(length);
    this.count -= length;
    return value;
  }

  /** The same without taking them. */
  peek(length: number): number {
    while (this.count < length) {
      if (this.at >= this.bytes.length) throw BadArchive.truncated();
      this.bits = (this.bits << 8) | (this.bytes[this.at++] as number);
      this.count += 8;
    }
    return (this.bits >>> (this.count - length)) & ((1 << length) - 1);
  }

  drop(length: number): void {
    this.count -= length;
  }
}
