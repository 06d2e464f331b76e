import type { ByteSource } from '../byte-source.ts';

/** Where unpacked content is put, so that it can be read at any place, again and from other threads, like a file. */
export interface SpillStore {
  /** @param name the name of the finished source; the store takes it for no path */
  create(name: string): Promise<Spill>;
}

export interface Spill {
  /** Appends bytes, which belong to the spill from then on. @throws SpillFull */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** All that was written, as a source that is there until the spill is discarded. @throws SpillFull */
  finish(): Promise<ByteSource>;
  /** Removes what was written, at any time. */
  discard(): Promise<void>;
}

/** There is no room for more. */
export class SpillFull extends Error {
  override readonly name = 'SpillFull';
}
