import type { ScanPart } from '../core/scan/scan-part.ts';
import { type ByteRange, cutRanges } from '../ingest/cut-ranges.ts';
import type { ReadOptions, ReadProgress } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/text-source.ts';
import type { ReadOutcome, ScanApi, ScanJob, ScanTask, SharedFile } from './scan.api.ts';
import { countWordsOfPart, type PartWork, scanPart } from './scan-part.ts';

/** Threads that scan parts of a log beside the one that asks. */
export interface ScanPool {
  /** Threads that scan at a time, with the one that asks. */
  readonly size: number;
  /** Rejects where the thread ends before it is done; an abort of `signal` ends it. */
  readonly scan: Pooled<ScanApi['scan']>;
  readonly countWords: Pooled<ScanApi['countWords']>;
}

type Pooled<Run extends (...args: never[]) => unknown> = (
  job: ScanJob,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
) => ReturnType<Run>;

export interface PartsOptions extends ReadOptions {
  readonly pool?: ScanPool | undefined;
  /** See `cutRanges`. */
  readonly leastPartBytes?: number | undefined;
}

/** Scans a log in parts, in the order of their bytes; undefined stands for one with too many signatures. */
export function scanParts(texts: readonly TextSource[], task: ScanTask, options: PartsOptions) {
  return eachPart<ScanPart | undefined>(texts, task, { own: scanPart, pooled: options.pool?.scan }, options);
}

/** Counts the words of a log in parts. */
export function countWords(texts: readonly TextSource[], task: ScanTask, options: PartsOptions) {
  return eachPart<Int32Array>(texts, task, { own: countWordsOfPart, pooled: options.pool?.countWords }, options);
}

interface Work<T> {
  readonly own: PartWork<T>;
  readonly pooled: Pooled<() => Promise<ReadOutcome<T>>> | undefined;
}

/** One part on this thread, the others in the pool. */
async function eachPart<T>(
  texts: readonly TextSource[],
  task: ScanTask,
  { own, pooled }: Work<T>,
  { pool, leastPartBytes, signal, onProgress }: PartsOptions,
): Promise<ReadOutcome<T[]>> {
  const files = pool === undefined ? undefined : sharedFiles(texts);
  const parts = await cutRanges(texts, files === undefined ? 1 : (pool?.size ?? 1), leastPartBytes);
  const sum = new ProgressSum(parts, onProgress);
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  const run = async (ranges: readonly ByteRange[], part: number): Promise<ReadOutcome<T>> => {
    const options = { signal: stop.signal, onProgress: sum.of(part) };
    const here = () => own(texts, ranges, task, options);
    if (part === 0 || pooled === undefined || files === undefined) return here();
    // Whatever ended the thread, this one can do its work.
    return pooled({ files, ranges, task }, options.onProgress, stop.signal).catch(here);
  };
  const stopping = async (outcome: Promise<ReadOutcome<T>>) => {
    const { ok } = await outcome;
    if (!ok) abort();
    return outcome;
  };
  try {
    return joined(await Promise.all(parts.map((ranges, part) => stopping(run(ranges, part)))));
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** @returns undefined where another thread cannot read all of them */
function sharedFiles(texts: readonly TextSource[]): SharedFile[] | undefined {
  const files = texts.flatMap(({ source: { name, size, origin, stretches }, lineEnd, records }) =>
    origin === undefined ? [] : [{ name, size, lineEnd, records, origin, stretches }],
  );
  return files.length === texts.length ? files : undefined;
}

/** The problem is the one for whose sake the other parts were stopped. */
function joined<T>(outcomes: readonly ReadOutcome<T>[]): ReadOutcome<T[]> {
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
