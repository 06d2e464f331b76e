import type { Bytes } from '../../core/base/units.ts';
import type { PackedFile } from './packed-file.ts';

/** Reads a file block by block, the next one while the last is unpacked. A block may be asked for several times in a row. */
export class BlocksAhead {
  private readonly file: PackedFile;
  private readonly blockBytes: Bytes;
  private readonly overlap: Bytes;
  private readonly blocks = new Map<number, Promise<Uint8Array>>();

  /** @param overlap bytes of the next block that each has at its end, if there are so many */
  constructor(file: PackedFile, blockBytes: Bytes, overlap: Bytes) {
    this.file = file;
    this.blockBytes = blockBytes;
    this.overlap = overlap;
  }

  /** @param index not below that of the last call @throws UnpackFailure */
  read(index: number): Promise<Uint8Array> {
    for (const before of this.blocks.keys()) if (before < index) this.blocks.delete(before);
    const block = this.started(index);
    if ((index + 1) * this.blockBytes < this.file.size) this.started(index + 1);
    return block;
  }

  private started(index: number): Promise<Uint8Array> {
    const there = this.blocks.get(index);
    if (there !== undefined) return there;
    const start = index * this.blockBytes;
    const block = this.file.read(start, start + this.blockBytes + this.overlap);
    // Whoever asks for it is told; nobody may.
    block.catch(() => undefined);
    this.blocks.set(index, block);
    return block;
  }
}
