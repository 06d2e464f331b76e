import { LogScanner } from '../core/scan/log-scanner.ts';
import { newPlainKernel } from '../core/scan/scan-kernel.ts';
import type { ScanPart } from '../core/scan/scan-part.ts';
import { MOST_SIGNATURES } from '../core/scan/widening.ts';
import { WordCounter } from '../core/scan/word-counter.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import type { ByteRange } from '../ingest/cut-ranges.ts';
import { decodeUtf8 } from '../ingest/decode.ts';
import { type ReadOptions, readLog } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/text-source.ts';
import type { ReadOutcome, ScanTask } from './scan.api.ts';
import { wasmKernel } from './wasm-kernel.ts';

/** Does something with byte ranges of files on this thread. */
export type PartWork<T> = (
  texts: readonly TextSource[],
  ranges: readonly ByteRange[],
  task: ScanTask,
  options: ReadOptions,
) => Promise<ReadOutcome<T>>;

/** Ends early, without a part, once there are more signatures than {@link MOST_SIGNATURES}. */
export const scanPart: PartWork<ScanPart | undefined> = async (texts, ranges, task, options) => {
  const { program, kernel, widening } = task;
  const scanner = new LogScanner({
    ...program,
    decode: decodeUtf8,
    compile: compilePattern,
    newKernel: kernel === undefined ? newPlainKernel : wasmKernel(kernel),
    mostSignatures: MOST_SIGNATURES,
    widening,
  });
  const read = await readLog(texts, scanner, options, ranges);
  return read.ok ? { ok: true, value: scanner.isFull ? undefined : scanner.finishPart() } : read;
};

export const countWordsOfPart: PartWork<Int32Array> = async (texts, ranges, { program }, options) => {
  const counter = new WordCounter(program.header);
  const read = await readLog(texts, counter, options, ranges);
  return read.ok ? { ok: true, value: counter.finish() } : read;
};
