import { LogScanner } from '../core/scan/log-scanner.ts';
import type { ScanProgram } from '../core/scan/scan-kernel.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { decodeUtf8 } from '../ingest/decode.ts';
import { type ReadOptions, readLog } from '../ingest/read-log.ts';
import type { ReadProblem } from '../ingest/read-problem.ts';
import type { TextSource } from '../ingest/sniff.ts';

export type ReadOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ReadProblem };

/** Reads log files into columns, by a header and candidate session rules that are known. */
export async function scanLog(
  texts: readonly TextSource[],
  program: ScanProgram,
  options: ReadOptions,
): Promise<ReadOutcome<ScannedLog>> {
  const scanner = new LogScanner({ ...program, decode: decodeUtf8, compile: compilePattern });
  const read = await readLog(texts, scanner, options);
  return read.ok ? { ok: true, value: scanner.finish() } : read;
}
