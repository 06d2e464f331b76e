import { LogScanner } from '../core/scan/log-scanner.ts';
import { newPlainKernel } from '../core/scan/scan-kernel.ts';
import type { ScanPart } from '../core/scan/scan-part.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import type { ByteRange } from '../ingest/cut-ranges.ts';
import { decodeUtf8 } from '../ingest/decode.ts';
import { type ReadOptions, readLog } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/sniff.ts';
import type { ReadOutcome, ScanTask } from './scan.api.ts';
import { wasmKernel } from './wasm-kernel.ts';

/** Scans byte ranges of files on this thread. */
export async function scanPart(
  texts: readonly TextSource[],
  ranges: readonly ByteRange[],
  { program, kernel }: ScanTask,
  options: ReadOptions,
): Promise<ReadOutcome<ScanPart>> {
  const newKernel = kernel === undefined ? newPlainKernel : wasmKernel(kernel);
  const scanner = new LogScanner({ ...program, decode: decodeUtf8, compile: compilePattern, newKernel });
  const read = await readLog(texts, scanner, options, ranges);
  return read.ok ? { ok: true, value: scanner.finishPart() } : read;
}
