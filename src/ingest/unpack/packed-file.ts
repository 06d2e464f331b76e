import type { Bytes } from '../../core/base/units.ts';
import type { ByteSource } from '../byte-source.ts';
import { readSlice } from '../read-slice.ts';
import { UnpackFailure } from './unpack-failure.ts';

/** A file that is unpacked: its bytes, and how far it was read. */
export class PackedFile {
  readonly name: string;
  readonly size: Bytes;
  /** What was read, the same bytes only once. */
  bytesRead: Bytes = 0;
  /** Read before, and still to be read again. */
  private again: Bytes = 0;
  private readonly source: ByteSource;
  private readonly signal: AbortSignal | undefined;

  constructor(source: ByteSource, signal?: AbortSignal) {
    this.source = source;
    this.name = source.name;
    this.size = source.size;
    this.signal = signal;
  }

  /** The bytes `[start, end)`, cut at the end of the file. @throws UnpackFailure where it cannot be read, or on cancel */
  async read(start: Bytes, end: Bytes): Promise<Uint8Array> {
    if (this.signal?.aborted) throw new UnpackFailure({ kind: 'cancelled' });
    const slice = await readSlice(this.source, start, Math.min(end, this.size));
    if (!slice.ok) throw new UnpackFailure(slice.problem);
    const again = Math.min(this.again, slice.bytes.length);
    this.again -= again;
    this.bytesRead = Math.min(this.size, this.bytesRead + slice.bytes.length - again);
    return slice.bytes;
  }

  /** To be told before a file that was read from its beginning is read once more from here. */
  rereadFrom(start: Bytes): void {
    this.again = Math.max(0, this.bytesRead - start);
  }

  /** The bytes `[from, to)`, block by block. */
  async *blocks(blockBytes: Bytes, from: Bytes = 0, to: Bytes = this.size): AsyncGenerator<Uint8Array> {
    for (let at = from; at < to; at += blockBytes) yield await this.read(at, Math.min(at + blockBytes, to));
  }
}
