import type { Bytes } from '../../core/base/units.ts';
import type { ByteSource } from '../byte-source.ts';
import type { ReadOptions } from '../read-log.ts';
import type { ReadProblem } from '../read-problem.ts';
import { readSlice } from '../read-slice.ts';
import type { EncodedText, TextSource } from '../text-source.ts';
import { type Spill, SpillFull, type SpillStore } from '../unpack/spill.ts';

const BLOCK_BYTES: Bytes = 4 * 1024 * 1024;
const encoder = new TextEncoder();

/** A piece of a file in UTF-8; what its end cuts off is left out. */
export function inUtf8(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return bytes;
  return encoder.encode(new TextDecoder(encoding).decode(bytes, { stream: true }));
}

export type Utf8Result =
  | { readonly ok: true; readonly text: TextSource }
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * The text in UTF-8: the file itself where it is written so, else a copy. What cannot be decoded is U+FFFD in it, which the
 * scanner counts.
 */
export async function textInUtf8(
  { source, lineEnd, encoding }: EncodedText,
  spills: SpillStore,
  options: ReadOptions = {},
): Promise<Utf8Result> {
  if (encoding === 'utf-8') return { ok: true, text: { source, lineEnd } };
  const spill = await spills.create(source.name);
  try {
    const problem = await transcode(source, encoding, spill, options);
    if (problem === undefined) {
      const copy = { ...(await spill.finish()), modified: source.modified, content: 'utf-8' as const };
      return { ok: true, text: { source: copy, lineEnd } };
    }
    await spill.discard();
    return { ok: false, problem };
  } catch (error) {
    await spill.discard();
    if (!(error instanceof SpillFull)) throw error;
    return { ok: false, problem: { kind: 'no-room', file: source.name } };
  }
}

async function transcode(
  source: ByteSource,
  encoding: string,
  spill: Spill,
  { signal, onProgress }: ReadOptions,
): Promise<ReadProblem | undefined> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < source.size; start += BLOCK_BYTES) {
    if (signal?.aborted) return { kind: 'cancelled' };
    const end = Math.min(start + BLOCK_BYTES, source.size);
    const slice = await readSlice(source, start, end);
    if (!slice.ok) return slice.problem;
    // Also the last block as one of a stream: Node reads what is decoded at once as Latin-1 where it is Windows-1252.
    await spill.write(encoder.encode(decoder.decode(slice.bytes, { stream: true })));
    onProgress?.({ bytesDone: end, bytesTotal: source.size, lines: 0 });
  }
  await spill.write(encoder.encode(decoder.decode()));
  return undefined;
}
