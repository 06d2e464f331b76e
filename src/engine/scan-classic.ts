import { ClassicScanner } from '../core/drain/classic/classic-scanner.ts';
import { LogScanner } from '../core/scan/log-scanner.ts';
import type { ScanProgram } from '../core/scan/scan-kernel.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { decodeUtf8, plainText } from '../ingest/decode.ts';
import { type BlockSink, type ReadOptions, readLog } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/text-source.ts';
import type { ClassicLog, ClassicParser } from './classic-log.ts';
import type { ReadOutcome } from './scan.api.ts';

interface ScannedClassic {
  /** Times, places and identifiers of the lines; what the classic miner reads has none. */
  readonly scanned: ScannedLog;
  readonly classic: ClassicLog;
}

/** Reads log files once, on this thread and in order, for the columns and for the classic miner, which counts lines alike. */
export async function scanClassic(
  texts: readonly TextSource[],
  program: ScanProgram,
  parser: ClassicParser,
  options: ReadOptions,
): Promise<ReadOutcome<ScannedClassic>> {
  // The log format alone says what a line of its own is.
  const header = { ...program.header, joins: undefined };
  const columns = new LogScanner({ ...program, header, decode: decodeUtf8, compile: compilePattern });
  const sequences = new ClassicScanner(parser.reader, plainText);
  const both: BlockSink = {
    get lines() {
      return columns.lines;
    },
    beginFile: (...file) => {
      const [name, size, lineEnd] = file;
      columns.beginFile(...file);
      sequences.beginFile(name, size, lineEnd);
    },
    push: (block) => {
      columns.push(block);
      sequences.push(block);
    },
  };
  const read = await readLog(texts, both, options);
  if (!read.ok) return read;
  return { ok: true, value: { scanned: columns.finish(), classic: { ...parser, lines: sequences.finish() } } };
}
