import { mergeParts } from '../core/scan/merge-parts.ts';
import type { ScanProgram } from '../core/scan/scan-kernel.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import type { TextSource } from '../ingest/sniff.ts';
import type { ReadOutcome } from './scan.api.ts';
import { type PartsOptions, scanParts } from './scan-pool.ts';

export type { ReadOutcome } from './scan.api.ts';

export interface ScanLogOptions extends PartsOptions {
  /** See `ScanTask`. */
  readonly kernel?: Promise<WebAssembly.Module | undefined> | undefined;
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
