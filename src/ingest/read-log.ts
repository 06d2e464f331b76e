import type { Bytes } from '../core/base/units.ts';
import type { LogScanner } from '../core/scan/log-scanner.ts';
import type { ByteSource } from './byte-source.ts';
import { type ByteRange, wholeFiles } from './cut-ranges.ts';
import type { ReadProblem } from './read-problem.ts';
import { readSlice, type SliceResult } from './read-slice.ts';
import { windowReader } from './records/window-reader.ts';
import type { TextSource } from './text-source.ts';

/** Browsers take some 15 ms for a slice of a file, whatever its size. */
const SLICE_BYTES = 16 * 1024 * 1024;

export interface ReadProgress {
  readonly bytesDone: Bytes;
  readonly bytesTotal: Bytes;
  readonly lines: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after every slice. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

export type ReadResult = { readonly ok: true } | { readonly ok: false; readonly problem: ReadProblem };

/** Takes files block by block. */
export interface BlockSink extends Pick<LogScanner, 'beginFile' | 'push' | 'lines'> {
  /** Reading ends early. */
  readonly isFull?: boolean;
}

/**
 * Feeds files to a scanner, slice by slice; the next slice is read while one is scanned, and messages are handled in
 * between. After a problem the scanner holds what came before it.
 *
 * @param ranges what is read; all of the files where it is left out
 */
export async function readLog(
  texts: readonly TextSource[],
  sink: BlockSink,
  { signal, onProgress }: ReadOptions = {},
  ranges: readonly ByteRange[] = wholeFiles(texts),
): Promise<ReadResult> {
  const bytesTotal = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  let bytesDone = 0;
  for (const { file, from, to } of ranges) {
    const { source, lineEnd, records } = texts[file] as TextSource;
    sink.beginFile(source.name, source.size, lineEnd, from, file, windowReader(records));
    for await (const slice of slices(source, from, to)) {
      if (signal?.aborted) return { ok: false, problem: { kind: 'cancelled' } };
      if (!slice.ok) return slice;
      sink.push(slice.bytes);
      if (sink.isFull) return { ok: true };
      bytesDone += slice.bytes.length;
      onProgress?.({ bytesDone, bytesTotal, lines: sink.lines });
    }
  }
  return { ok: true };
}

async function* slices(source: ByteSource, from: Bytes, to: Bytes): AsyncGenerator<SliceResult> {
  const sliceAt = (start: Bytes) => readSlice(source, start, Math.min(start + SLICE_BYTES, to));
  let next = sliceAt(from);
  for (let start = from + SLICE_BYTES; start < to; start += SLICE_BYTES) {
    const current = await next;
    next = sliceAt(start);
    yield current;
  }
  yield await next;
}
