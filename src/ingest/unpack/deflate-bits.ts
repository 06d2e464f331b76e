import type { Bytes } from '../../core/base/units.ts';
import type { ByteReader } from './byte-reader.ts';
import type { HuffmanTable } from './huffman-table.ts';
import { BadArchive } from './unpack-failure.ts';

/** Two codes of 15 bits with 5 and 13 more, and what is held before they are taken. */
const LONGEST_SYMBOL: Bytes = 8;

/** Bits of deflate, the lowest of each byte first. Behind the end they are zeros, so that it need not be looked for at each. */
export class DeflateBits {
  private readonly reader: ByteReader;
  private bytes: Uint8Array = new Uint8Array(0);
  /** The next byte. */
  private at = 0;
  /** The `count` bits taken from bytes, but not from here. */
  private held = 0;
  private count = 0;
  private ended = false;

  constructor(reader: ByteReader) {
    this.reader = reader;
  }

  /** Makes so many bytes ready, fewer only at the end. */
  async fill(bytes: Bytes = LONGEST_SYMBOL): Promise<void> {
    this.giveBack();
    this.bytes = await this.reader.ahead(bytes);
    this.ended = this.bytes.length < bytes;
  }

  /** Lets the reader go on at the first byte of which no bit was taken. */
  giveBack(): void {
    this.check();
    this.at -= this.count >>> 3;
    this.count &= 7;
    this.held &= (1 << this.count) - 1;
    this.reader.skip(this.at);
    this.bytes = this.bytes.subarray(this.at);
    this.at = 0;
  }

  /** Goes on at the next whole byte. */
  align(): void {
    this.take(this.count & 7);
  }

  /** Whether another symbol, with all that belongs to it, can be taken before more is made ready. */
  get holdsSymbol(): boolean {
    return this.ended || this.at + LONGEST_SYMBOL <= this.bytes.length;
  }

  /** @throws BadArchive where more was taken than there is */
  check(): void {
    if (this.at - (this.count >>> 3) > this.bytes.length) throw BadArchive.truncated();
  }

  /** @param length at most 16 */
  take(length: number): number {
    this.hold(length);
    const value = this.held & ((1 << length) - 1);
    this.drop(length);
    return value;
  }

  /** @throws BadArchive where no code stands */
  symbol({ entries, width }: HuffmanTable): number {
    this.hold(width);
    const entry = entries[this.held & ((1 << width) - 1)] as number;
    if (entry === 0) throw this.noCode();
    this.drop(entry & 15);
    return entry >>> 4;
  }

  private hold(length: number): void {
    while (this.count < length) {
      const byte = this.at < this.bytes.length ? (this.bytes[this.at] as number) : 0;
      this.held |= byte << this.count;
      this.at++;
      this.count += 8;
    }
  }

  private drop(length: number): void {
    this.held >>>= length;
    this.count -= length;
  }

  private noCode(): BadArchive {
    return this.at > this.bytes.length ? BadArchive.truncated() : BadArchive.damaged('its compressed data is damaged');
  }
}
