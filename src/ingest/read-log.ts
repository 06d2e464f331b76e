import type { Bytes } from '../core/base/units.ts';
import type { LogScanner } from '../core/scan/log-scanner.ts';
import type { ByteSource } from './byte-source.ts';
import type { ReadProblem } from './read-problem.ts';
import { readSlice, type SliceResult } from './read-slice.ts';
import type { TextSource } from './sniff.ts';

const SLICE_BYTES = 4 * 1024 * 1024;

export interface ReadProgress {
  readonly bytesDone: Bytes;
  readonly bytesTotal: Bytes;
  readonly lines: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after every 4 MiB. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

export type ReadResult = { readonly ok: true } | { readonly ok: false; readonly problem: ReadProblem };

/**
 * Feeds whole files to a scanner, slice by slice; the next slice is read while one is scanned, and messages are handled in
 * between. After a problem the scanner holds what came before it.
 */
export async function readLog(
  texts: readonly TextSource[],
  scanner: LogScanner,
  { signal, onProgress }: ReadOptions = {},
): Promise<ReadResult> {
  const bytesTotal = texts.reduce((sum, { source }) => sum + source.size, 0);
  let bytesDone = 0;
  for (const { source, lineEnd } of texts) {
    scanner.beginFile(source.name, source.size, lineEnd);
    for await (const slice of slices(source)) {
      if (signal?.aborted) return { ok: false, problem: { kind: 'cancelled' } };
      if (!slice.ok) return slice;
      scanner.push(slice.bytes);
      bytesDone += slice.bytes.length;
      onProgress?.({ bytesDone, bytesTotal, lines: scanner.lines });
    }
  }
  return { ok: true };
}

async function* slices(source: ByteSource): AsyncGenerator<SliceResult> {
  const sliceAt = (start: Bytes) => readSlice(source, start, Math.min(start + SLICE_BYTES, source.size));
  let next = sliceAt(0);
  for (let end = SLICE_BYTES; end < source.size; end += SLICE_BYTES) {
    const current = await next;
    next = sliceAt(end);
    yield current;
  }
  yield await next;
}
