import type { Bytes } from '../../core/base/units.ts';
import type { ByteSource } from '../../ingest/byte-source.ts';

/** More than this is not kept of a line that goes on and on; it is mined by its first part. */
const MOST_KEPT: Bytes = 4 * 1024 * 1024;

interface Block {
  readonly start: Bytes;
  readonly bytes: Uint8Array;
}

/** The latest bytes of a stream, as a source that gives those which it still has. */
export class KeptBytes implements ByteSource {
  readonly name: string;
  #blocks: Block[] = [];
  #size: Bytes = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Bytes that ever came. */
  get size(): Bytes {
    return this.#size;
  }

  /** @param bytes are kept, not copied */
  add(bytes: Uint8Array): void {
    this.#blocks.push({ start: this.#size, bytes });
    this.#size += bytes.length;
  }

  /** Forgets what comes before an offset. */
  forget(before: Bytes): void {
    this.#blocks = this.#blocks.filter(({ start, bytes }) => start + bytes.length > before);
  }

  /** Forgets the middle of a line that has no end yet and is too long: all but its first blocks and the latest one. */
  thin(lineStart: Bytes): void {
    const over = this.#size - lineStart > MOST_KEPT;
    if (over)
      this.#blocks = this.#blocks.filter(
        ({ start }, at) => start - lineStart <= MOST_KEPT / 2 || at === this.#blocks.length - 1,
      );
  }

  /** Ends at the first byte that is not there any more. */
  async read(start: Bytes, end: Bytes): Promise<Uint8Array> {
    const result = new Uint8Array(Math.max(0, Math.min(end, this.#size) - start));
    let filled = 0;
    for (const block of this.#blocks) {
      const from = start + filled - block.start;
      if (from < 0) break;
      if (from >= block.bytes.length) continue;
      const piece = block.bytes.subarray(from, from + result.length - filled);
      result.set(piece, filled);
      filled += piece.length;
      if (filled === result.length) break;
    }
    return result.subarray(0, filled);
  }
}
