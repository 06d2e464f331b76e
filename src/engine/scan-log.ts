import type { Milliseconds } from '../core/base/units.ts';
import { mergeParts } from '../core/scan/merge-parts.ts';
import type { ScanProgram } from '../core/scan/scan-kernel.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { addCounts, MOST_SIGNATURES, wideningsOf } from '../core/scan/widening.ts';
import type { ReadOptions, ReadProgress } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/text-source.ts';
import type { ReadOutcome, ScanTask } from './scan.api.ts';
import { countWords, type ScanPool, scanParts } from './scan-pool.ts';

/** What logs are scanned with; the result is the same with any of it. */
export interface ScanMeans {
  /** All is done on this thread where it is missing. */
  readonly pool?: ScanPool | undefined;
  /** The kernel compiled to WebAssembly, once it is there; the plain one runs where there is none. */
  readonly kernel?: Promise<WebAssembly.Module | undefined> | undefined;
}

export interface ScanLogOptions extends ReadOptions, ScanMeans {
  /** See `cutRanges`. */
  readonly leastPartBytes?: number | undefined;
}

/** Reads log files into columns, by a header and candidate session rules that are known. */
export async function scanLog(
  texts: readonly TextSource[],
  program: ScanProgram,
  options: ScanLogOptions,
): Promise<ReadOutcome<ScannedLog>> {
  const steady = { ...options, onProgress: rising(options.onProgress) };
  const task = { program, kernel: await options.kernel };
  const scanned = await scanOnce(texts, task, steady);
  if (!scanned.ok) return scanned;
  return scanned.value === undefined ? scanWidened(texts, task, steady) : { ok: true, value: scanned.value };
}

/** Reads the log again, with rare words as values, until its signatures are few enough. */
async function scanWidened(
  texts: readonly TextSource[],
  task: ScanTask,
  options: ScanLogOptions,
): Promise<ReadOutcome<ScannedLog>> {
  const counts = await countWords(texts, task, options);
  if (!counts.ok) return counts;
  for (const widening of wideningsOf(addCounts(counts.value))) {
    const scanned = await scanOnce(texts, { ...task, widening }, options);
    if (!scanned.ok) return scanned;
    if (scanned.value === undefined) continue;
    const widened = { leastCount: widening.leastCount, signatures: MOST_SIGNATURES };
    return { ok: true, value: { ...scanned.value, widened } };
  }
  throw new Error('The last widening leaves one signature, which is not too many');
}

/** @returns undefined where there are too many signatures */
async function scanOnce(
  texts: readonly TextSource[],
  task: ScanTask,
  options: ScanLogOptions,
): Promise<ReadOutcome<ScannedLog | undefined>> {
  const outcome = await scanParts(texts, task, options);
  if (!outcome.ok) return outcome;
  const parts = outcome.value.filter((part) => part !== undefined);
  if (parts.length < outcome.value.length) return { ok: true, value: undefined };
  const merged = mergeParts(parts, task.program.header, lastWritten(texts));
  return { ok: true, value: merged.signatures.length > MOST_SIGNATURES ? undefined : merged };
}

function lastWritten(texts: readonly TextSource[]): Milliseconds | undefined {
  const times = texts.flatMap(({ source }) => source.modified ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** A log that is read again makes no progress until it is as far as it was before. */
function rising(report: ReadOptions['onProgress']): (progress: ReadProgress) => void {
  let most: ReadProgress = { bytesDone: 0, bytesTotal: 0, lines: 0 };
  return (progress) => {
    if (progress.bytesDone >= most.bytesDone) most = progress;
    report?.(most);
  };
}
