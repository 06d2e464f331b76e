import type { Bytes } from '../../core/base/units.ts';
import { BadArchive } from './unpack-failure.ts';

/** Bytes that come in pieces of any size, taken in pieces of the size that is needed. */
export class ByteReader {
  private readonly pieces: AsyncIterator<Uint8Array>;
  private buffered: Uint8Array = new Uint8Array(0);
  private ended = false;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.pieces = bytes[Symbol.asyncIterator]();
  }

  /** What comes next: `bytes` or more, fewer only at the end. Nothing is taken. */
  async ahead(bytes: Bytes): Promise<Uint8Array> {
    if (this.buffered.length < bytes && !this.ended) await this.fill(bytes);
    return this.buffered;
  }

  skip(bytes: Bytes): void {
    this.buffered = this.buffered.subarray(bytes);
  }

  /** @throws BadArchive where there are not so many */
  async take(bytes: Bytes): Promise<Uint8Array> {
    const ahead = await this.ahead(bytes);
    if (ahead.length < bytes) throw BadArchive.truncated();
    this.skip(bytes);
    return ahead.subarray(0, bytes);
  }

  /** The next `bytes` bytes, in the pieces they come in. @throws BadArchive where there are not so many */
  async *pass(bytes: Bytes): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; ) {
      const ahead = await this.ahead(1);
      if (ahead.length === 0) throw BadArchive.truncated();
      const piece = ahead.subarray(0, left);
      this.skip(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** All that is left. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (let ahead = await this.ahead(1); ahead.length > 0; ahead = await this.ahead(1)) {
      this.skip(ahead.length);
      yield ahead;
    }
  }

  /** Ends the source of the bytes too. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  private async fill(bytes: Bytes): Promise<void> {
    const pieces = [this.buffered];
    let length = this.buffered.length;
    while (length < bytes) {
      const next = await this.pieces.next();
      this.ended = next.done === true;
      if (next.done) break;
      pieces.push(next.value);
      length += next.value.length;
    }
    this.buffered = joined(pieces, length);
  }
}

function joined(pieces: readonly Uint8Array[], length: Bytes): Uint8Array {
  const filled = pieces.filter((piece) => piece.length > 0);
  const [only] = filled;
  if (only !== undefined && filled.length === 1) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of filled) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
