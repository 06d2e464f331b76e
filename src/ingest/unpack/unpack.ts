import type { Bytes } from '../../core/base/units.ts';
import type { ByteSource } from '../byte-source.ts';
import type { ReadProgress } from '../read-log.ts';
import type { ReadProblem } from '../read-problem.ts';
import { type Unpacker, unpackerOf } from './container.ts';
import type { PackedEntry } from './packed-entry.ts';
import { PackedFile } from './packed-file.ts';
import { SpillFull, type SpillStore } from './spill.ts';
import { BadArchive, UnpackFailure } from './unpack-failure.ts';

const HEAD_BYTES = 1024;
/** Calls for each of the small pieces that some decompressors give would cost more than to gather them. */
const WRITTEN_BYTES = 1024 * 1024;
/** Browsers give pieces of 64 KiB. */
const LARGE_BYTES = 64 * 1024;
/** Logs are packed to a twentieth, very even ones to a hundredth. */
const HIGHEST_RATIO = 200;
const HARMLESS_BYTES = 100_000_000;
const MOST_BYTES = 32_000_000_000;
/** What systems add to archives on their own. */
const BY_SYSTEMS = /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/;

export interface UnpackOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after every block of content; counts bytes of the packed file. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** However large it gets. */
  readonly anyway?: boolean | undefined;
}

export type UnpackResult =
  | { readonly ok: true; readonly sources: readonly ByteSource[] }
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * The content of a container, known by its first bytes: gzip, zstd or bzip2, the files of a zip or tar archive, or those of
 * a packed tar archive. Any other source is given back as it is. Files are named `archive.zip/path/inner.log`. Archives in archives are not followed.
 *
 * After a problem, spills that were begun are left to the owner of the store.
 */
export async function unpack(
  source: ByteSource,
  spills: SpillStore,
  options: UnpackOptions = {},
): Promise<UnpackResult> {
  const file = new PackedFile(source, options.signal);
  let bytesOut: Bytes = 0;
  try {
    const unpacker = unpackerOf(await file.read(0, HEAD_BYTES));
    if (unpacker === undefined) return { ok: true, sources: [source] };
    const taken = (bytes: Bytes) => {
      bytesOut += bytes;
      watch(file, bytesOut, options);
    };
    const sources = await unpackAllOf(unpacker, file, spills, taken);
    if (sources.length === 0) return { ok: false, problem: { kind: 'empty', file: source.name } };
    // A copy is as old as what it was made of: logs without years are dated by that.
    return { ok: true, sources: sources.map((content) => ({ ...content, modified: source.modified })) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, source.name, bytesOut) };
  }
}

async function unpackAllOf(
  unpacker: Unpacker,
  file: PackedFile,
  spills: SpillStore,
  taken: (bytes: Bytes) => void,
): Promise<ByteSource[]> {
  const sources: ByteSource[] = [];
  for await (const entry of unpacker(file)) {
    if (BY_SYSTEMS.test(entry.name)) continue;
    const source = await spillOf(entry, file.name, spills, taken);
    // In an archive, empty files are nothing to complain about.
    if (source.size > 0 || entry.name === '') sources.push(source);
  }
  return sources;
}

async function spillOf(
  { name, bytes }: PackedEntry,
  file: string,
  spills: SpillStore,
  taken: (bytes: Bytes) => void,
): Promise<ByteSource> {
  const spill = await spills.create(name === '' ? file : `${file}/${name}`);
  for await (const block of gathered(bytes)) {
    taken(block.length);
    await spill.write(block);
  }
  return { ...(await spill.finish()), content: 'unpacked' };
}

/** The same bytes, those of small pieces copied into blocks of {@link WRITTEN_BYTES}. Large pieces cost more to copy than to write. */
async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let block = new Uint8Array(WRITTEN_BYTES);
  let length = 0;
  for await (const piece of pieces) {
    if (piece.length >= LARGE_BYTES && ownsMemory(piece)) {
      if (length > 0) yield block.slice(0, length);
      length = 0;
      yield piece;
      continue;
    }
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + WRITTEN_BYTES - length);
      block.set(part, length);
      from += part.length;
      length += part.length;
      if (length < WRITTEN_BYTES) continue;
      yield block;
      block = new Uint8Array(WRITTEN_BYTES);
      length = 0;
    }
  }
  if (length > 0) yield block.slice(0, length);
}

/** All of it, so that nobody else keeps it or writes to it. */
function ownsMemory(piece: Uint8Array): piece is Uint8Array<ArrayBuffer> {
  return piece.buffer instanceof ArrayBuffer && piece.length === piece.buffer.byteLength;
}

function watch(file: PackedFile, bytesOut: Bytes, { signal, onProgress, anyway }: UnpackOptions): void {
  if (signal?.aborted) throw new UnpackFailure({ kind: 'cancelled' });
  const { name, size, bytesRead } = file;
  const isBomb = bytesOut > MOST_BYTES || (bytesOut > HARMLESS_BYTES && bytesOut > HIGHEST_RATIO * bytesRead);
  if (isBomb && anyway !== true) throw new UnpackFailure({ kind: 'bomb', file: name, bytes: bytesOut, bytesRead });
  onProgress?.({ bytesDone: bytesRead, bytesTotal: size, lines: 0 });
}

function problemOf(error: unknown, file: string, bytes: Bytes): ReadProblem {
  if (error instanceof UnpackFailure) return error.problem;
  if (error instanceof SpillFull) return { kind: 'no-room', file };
  if (error instanceof BadArchive)
    return error.endsEarly
      ? { kind: 'truncated', file, bytes }
      : { kind: 'damaged', file, reason: error.message, bytes };
  throw error;
}
