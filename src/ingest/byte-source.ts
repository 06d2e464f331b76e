import type { Bytes, Milliseconds } from '../core/base/units.ts';

/** Bytes `[from, to)` of a file. */
export interface Stretch {
  readonly from: Bytes;
  readonly to: Bytes;
}

/** Bytes that can be read piece by piece: a file, pasted text, a download. */
export interface ByteSource {
  readonly name: string;
  readonly size: Bytes;
  /** What the bytes are where they are not those of the file itself: what was unpacked of it, or its text in UTF-8. */
  readonly content?: 'unpacked' | 'utf-8' | undefined;
  /** When it was last changed, where that is known. */
  readonly modified?: Milliseconds | undefined;
  /** What another thread can make the same source of: a blob or a path; missing where it cannot. */
  readonly origin?: Blob | string;
  /** Set where it holds only these bytes of `origin`, one stretch behind the other. */
  readonly stretches?: readonly Stretch[] | undefined;
  /** The bytes `[start, end)`, fewer only if the source has become shorter. Rejects if it cannot be read any more. */
  read(start: Bytes, end: Bytes): Promise<Uint8Array>;
}

/** A file or a piece of memory as a source. */
export function blobSource(blob: Blob, name = blob instanceof File ? blob.name : 'pasted text'): ByteSource {
  return {
    name,
    size: blob.size,
    origin: blob,
    modified: blob instanceof File ? blob.lastModified : undefined,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
