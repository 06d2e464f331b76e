import type { Bytes } from '../core/base/units.ts';
import type { LineEnd } from '../core/scan/line-splitter.ts';
import type { RecordFormat } from '../core/scan/records/record-format.ts';
import type { ScanProgram } from '../core/scan/scan-kernel.ts';
import type { ScanPart } from '../core/scan/scan-part.ts';
import type { Widening } from '../core/scan/widening.ts';
import type { Stretch } from '../ingest/byte-source.ts';
import type { ByteRange } from '../ingest/cut-ranges.ts';
import type { ReadProgress } from '../ingest/read-log.ts';
import type { ReadProblem } from '../ingest/read-problem.ts';

/** A thread that scans parts of logs. */
export interface ScanApi {
  /** @returns undefined for a part with more than `MOST_SIGNATURES` */
  scan(job: ScanJob, onProgress: (progress: ReadProgress) => void): Promise<ReadOutcome<ScanPart | undefined>>;
  /** @returns the counts of words, see `WordCounter` */
  countWords(job: ScanJob, onProgress: (progress: ReadProgress) => void): Promise<ReadOutcome<Int32Array>>;
}

export type ReadOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ReadProblem };

/** What a scan of some lines needs. */
export interface ScanTask {
  readonly program: ScanProgram;
  /** The kernel compiled to WebAssembly; the plain one runs where it is missing. */
  readonly kernel: WebAssembly.Module | undefined;
  /** With it, the plain kernel runs. */
  readonly widening?: Widening | undefined;
}

/** A scan as it crosses threads. */
export interface ScanJob {
  /** All files of the log. */
  readonly files: readonly SharedFile[];
  readonly ranges: readonly ByteRange[];
  readonly task: ScanTask;
}

export interface SharedFile {
  readonly name: string;
  readonly size: Bytes;
  readonly lineEnd: LineEnd;
  /** See `TextSource`. */
  readonly records: RecordFormat | undefined;
  /** See `ByteSource`. */
  readonly origin: Blob | string;
  /** See `ByteSource`. */
  readonly stretches: readonly Stretch[] | undefined;
}
