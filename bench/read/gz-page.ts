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

type Way = (packed: Blob, size: number) => Promise<number>;

const WAYS: readonly (readonly [name: keyof GzSeconds, way: Way])[] = [
  ['platform', (packed) => count(piecesOf(packed.stream().pipeThrough(new DecompressionStream('gzip'))))],
  ['ours', (packed) => count(gunzip(new PackedFile(blobSource(packed, 'a.gz'))))],
  ['spilled', unpackedSize],
];
/** Each way leaves garbage to the next one: which comes first changes from run to run. */
let first = 0;

/** @param packed gzip that unpacks to `size` bytes */
export async function timeGz(packed: Blob, size: number): Promise<GzSeconds> {
  const taken = { platform: 0, ours: 0, spilled: 0 };
  const order = [...WAYS.slice(first), ...WAYS.slice(0, first)];
  first = (first + 1) % WAYS.length;
  for (const [name, way] of order) taken[name] = await seconds(() => way(packed, size), size);
  return taken;
}

async function unpackedSize(packed: Blob, limit: number): Promise<number> {
  const result = await unpack(blobSource(packed, 'a.gz'), new MemorySpills(undefined, limit));
  return result.ok ? (result.sources[0]?.size ?? 0) : 0;
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
