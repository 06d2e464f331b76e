import type { Bytes } from '../../core/base/units.ts';
import { type ByteSource, blobSource } from '../byte-source.ts';
import { type Spill, SpillFull, type SpillStore } from './spill.ts';

/** Less than this is kept in memory, for files cost time to create. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** All that is kept where there is nothing but memory. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Keeps content in memory, up to a limit for all of its spills together. A spill that goes beyond it moves to `behind`;
 * where that is missing, it is full.
 */
export class MemorySpills implements SpillStore {
  private readonly behind: SpillStore | undefined;
  private left: Bytes;

  constructor(behind?: SpillStore, limit: Bytes = behind === undefined ? MOST_BYTES : KEPT_BYTES) {
    this.behind = behind;
    this.left = limit;
  }

  async create(name: string): Promise<Spill> {
    return new MemorySpill(name, this, this.behind);
  }

  /** @returns whether there is room for so much more */
  reserve(bytes: Bytes): boolean {
    if (bytes > this.left) return false;
    this.left -= bytes;
    return true;
  }

  release(bytes: Bytes): void {
    this.left += bytes;
  }
}

class MemorySpill implements Spill {
  private readonly name: string;
  private readonly store: MemorySpills;
  private readonly behind: SpillStore | undefined;
  private blocks: Uint8Array<ArrayBuffer>[] = [];
  private bytes: Bytes = 0;
  private moved: Spill | undefined;

  constructor(name: string, store: MemorySpills, behind: SpillStore | undefined) {
    this.name = name;
    this.store = store;
    this.behind = behind;
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.moved !== undefined) return this.moved.write(bytes);
    if (!this.store.reserve(bytes.length)) return (await this.move()).write(bytes);
    this.blocks.push(bytes);
    this.bytes += bytes.length;
  }

  async finish(): Promise<ByteSource> {
    return this.moved?.finish() ?? blobSource(new Blob(this.blocks), this.name);
  }

  async discard(): Promise<void> {
    this.forget();
    await this.moved?.discard();
  }

  private async move(): Promise<Spill> {
    if (this.behind === undefined) throw new SpillFull('There is no more memory for it');
    const moved = await this.behind.create(this.name);
    this.moved = moved;
    for (const block of this.blocks) await moved.write(block);
    this.forget();
    return moved;
  }

  private forget(): void {
    this.store.release(this.bytes);
    this.blocks = [];
    this.bytes = 0;
  }
}
