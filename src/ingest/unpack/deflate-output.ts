import type { Bytes } from '../../core/base/units.ts';
import { BadArchive } from './unpack-failure.ts';

/** How far back deflate refers. */
const WINDOW: Bytes = 32 * 1024;
const PIECE_BYTES = 256 * 1024;
const LONGEST_COPY = 258;

/** What comes out of deflate: pieces to hand on, and the window behind them that later bytes are copied from. */
export class DeflateOutput {
  private readonly bytes = new Uint8Array(WINDOW + PIECE_BYTES);
  private at = 0;
  /** Where that begins which was not handed on. */
  private from = 0;

  get room(): Bytes {
    return this.bytes.length - this.at;
  }

  /** Whether it has to be handed on before a symbol is added. */
  get isFull(): boolean {
    return this.room < LONGEST_COPY;
  }

  put(byte: number): void {
    this.bytes[this.at++] = byte;
  }

  /** @param bytes no more than there is room for */
  append(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Repeats what stands `distance` bytes back. @throws BadArchive where nothing does */
  copy(distance: Bytes, length: Bytes): void {
    if (distance > this.at) throw BadArchive.damaged('its compressed data is damaged');
    const { bytes } = this;
    const end = this.at + length;
    for (let at = this.at; at < end; at++) bytes[at] = bytes[at - distance] as number;
    this.at = end;
  }

  /** Hands on all there is. */
  *taken(): Generator<Uint8Array> {
    if (this.at > this.from) yield this.bytes.slice(this.from, this.at);
    const kept = Math.min(this.at, WINDOW);
    this.bytes.copyWithin(0, this.at - kept, this.at);
    this.at = kept;
    this.from = kept;
  }
}
