import { blobSource } from '../../src/ingest/byte-source.ts';
import { gunzip } from '../../src/ingest/unpack/gunzip.ts';
import { MemorySpills } from '../../src/ingest/unpack/memory-spills.ts';
import { PackedFile } from '../../src/ingest/unpack/packed-file.ts';
import { unpack } from '../../src/ingest/unpack/unpack.ts';

/** Seconds that each way to unpack the same file takes, in a browser. */
export interface GzSeconds {
  readonly platform: number;
  readonly ours: number;
  readonly spilled: number;
}

/** @param packed gzip that unpacks to `size` bytes */
export async function timeGz(packed: Blob, size: number): Promise<GzSeconds> {
  const stream = () => packed.stream().pipeThrough(new DecompressionStream('gzip'));
  return {
    platform: await seconds(() => count(piecesOf(stream())), size),
    ours: await seconds(() => count(gunzip(new PackedFile(blobSource(packed, 'a.gz')))), size),
    spilled: await seconds(async () => {
      const result = await unpack(blobSource(packed, 'a.gz'), new MemorySpills(undefined, size));
      return result.ok ? (result.sources[0]?.size ?? 0) : 0;
    }, size),
  };
}

async function seconds(run: () => Promise<number>, size: number): Promise<number> {
  const started = performance.now();
  const bytes = await run();
  if (bytes !== size) throw new Error(`${bytes} bytes came out, not ${size}`);
  return (performance.now() - started) / 1000;
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}

async function count(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}
