import type { ScanPart } from '../core/scan/scan-part.ts';
import { type ByteRange, cutRanges } from '../ingest/cut-ranges.ts';
import type { ReadOptions, ReadProgress } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/sniff.ts';
import type { ReadOutcome, ScanApi, ScanJob, ScanTask, SharedFile } from './scan.api.ts';
import { scanPart } from './scan-part.ts';

/** Threads that scan parts of a log beside the one that asks. */
export interface ScanPool {
  /** Threads that scan at a time, with the one that asks. */
  readonly size: number;
  /** Rejects where the thread ends before it is done; an abort of `signal` ends it. */
  scan(job: ScanJob, onProgress: (progress: ReadProgress) => void, signal: AbortSignal): ReturnType<ScanApi['scan']>;
}

export interface PartsOptions extends ReadOptions {
  readonly pool?: ScanPool | undefined;
  /** See `cutRanges`. */
  readonly leastPartBytes?: number | undefined;
}

/** Scans a log in parts, one on this thread and the others in the pool. @returns them in the order of their bytes */
export async function scanParts(
  texts: readonly TextSource[],
  task: ScanTask,
  { pool, leastPartBytes, signal, onProgress }: PartsOptions,
): Promise<ReadOutcome<ScanPart[]>> {
  const files = pool === undefined ? undefined : sharedFiles(texts);
  const parts = await cutRanges(texts, files === undefined ? 1 : (pool?.size ?? 1), leastPartBytes);
  const sum = new ProgressSum(parts, onProgress);
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  const scan = async (ranges: readonly ByteRange[], part: number): Promise<ReadOutcome<ScanPart>> => {
    const options = { signal: stop.signal, onProgress: sum.of(part) };
    const own = () => scanPart(texts, ranges, task, options);
    if (part === 0 || pool === undefined || files === undefined) return own();
    // Whatever ended the thread, this one can do its work.
    return pool.scan({ files, ranges, task }, options.onProgress, stop.signal).catch(own);
  };
  const stopping = async (outcome: Promise<ReadOutcome<ScanPart>>) => {
    const { ok } = await outcome;
    if (!ok) abort();
    return outcome;
  };
  try {
    return joined(await Promise.all(parts.map((ranges, part) => stopping(scan(ranges, part)))));
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** @returns undefined where another thread cannot read all of them */
function sharedFiles(texts: readonly TextSource[]): SharedFile[] | undefined {
  const files = texts.flatMap(({ source: { name, size, origin }, lineEnd }) =>
    origin === undefined ? [] : [{ name, size, lineEnd, origin }],
  );
  return files.length === texts.length ? files : undefined;
}

/** The problem is the one for whose sake the other parts were stopped. */
function joined(outcomes: readonly ReadOutcome<ScanPart>[]): ReadOutcome<ScanPart[]> {
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
  const problem = problems.find(({ kind }) => kind !== 'cancelled') ?? problems[0];
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, value: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])) };
}

/** Progress of all parts together. What a thread had done before it ended counts until this one has done as much. */
class ProgressSum {
  private readonly bytes: number[];
  private readonly lines: number[];
  private readonly bytesTotal: number;
  private readonly report: ReadOptions['onProgress'];

  constructor(parts: readonly (readonly ByteRange[])[], report: ReadOptions['onProgress']) {
    this.bytes = parts.map(() => 0);
    this.lines = parts.map(() => 0);
    this.bytesTotal = parts.flat().reduce((sum, { from, to }) => sum + to - from, 0);
    this.report = report;
  }

  of(part: number): (progress: ReadProgress) => void {
    return ({ bytesDone, lines }) => {
      this.bytes[part] = Math.max(this.bytes[part] ?? 0, bytesDone);
      this.lines[part] = Math.max(this.lines[part] ?? 0, lines);
      this.report?.({ bytesDone: total(this.bytes), bytesTotal: this.bytesTotal, lines: total(this.lines) });
    };
  }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
