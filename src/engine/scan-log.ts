import { mergeParts } from '../core/scan/merge-parts.ts';
import type { ScanProgram } from '../core/scan/scan-kernel.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import type { ReadOptions } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/sniff.ts';
import type { ReadOutcome } from './scan.api.ts';
import { type ScanPool, scanParts } from './scan-pool.ts';

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
  const parts = await scanParts(texts, { program, kernel: await options.kernel }, options);
  return parts.ok ? { ok: true, value: mergeParts(parts.value, program.header) } : parts;
}
