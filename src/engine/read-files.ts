import type { Detector } from '../bundle/detector.ts';
import type { LogReport } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import type { SpillStore } from '../ingest/unpack/spill.ts';
import type { ClassicParser } from './classic-log.ts';
import type { ReadProgress, ReadSettings } from './data.api.ts';
import { reportLog } from './log-report.ts';
import { openLog } from './open-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { readProblem, tooFewLines } from './read-problems.ts';
import type { ScanMeans } from './scan-log.ts';
import { sniffAll } from './sniff-all.ts';
import { unpackAll } from './unpack-all.ts';

/** Fewer lines than this have no order worth learning; a detector can still score them. */
const FEWEST_LINES = 20;

export interface ReadFilesOptions extends ScanMeans {
  readonly how: Partial<ReadSettings>;
  readonly detector: Detector | undefined;
  readonly classic: ClassicParser | undefined;
  /** Takes what is not text in UTF-8 as it lies there. */
  readonly spills: SpillStore;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadProgress) => void;
}

export interface ReadFiles {
  readonly opened: OpenedLog;
  readonly report: LogReport;
}

/** From the files a person chose to the columns of a log: unpacks, decodes, finds the format, scans. */
export async function readFiles(
  sources: readonly ByteSource[],
  { how, detector, spills, onProgress, ...options }: ReadFilesOptions,
): Promise<Outcome<ReadFiles> | 'cancelled'> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const telling = {
    ...options,
    onProgress: (progress: Omit<ReadProgress, 'seconds'>) => onProgress({ ...progress, seconds: seconds() }),
  };
  const unpacked = await unpackAll(sources, spills, { ...telling, anyway: how.unpackAnyway });
  if (unpacked === 'cancelled' || !unpacked.ok) return unpacked;
  const sniffed = await sniffAll(unpacked.value.sources, { ...telling, ...how, spills });
  if (sniffed === 'cancelled' || !sniffed.ok) return sniffed;
  const opened = await openLog(sniffed.value.texts, detector ?? how.format ?? 'auto', {
    ...telling,
    columns: how.columns,
    part: how.part,
  });
  if (!opened.ok) {
    return opened.problem.kind === 'cancelled' ? 'cancelled' : { ok: false, problem: readProblem(opened.problem) };
  }
  const { lines, files } = opened.value.scanned;
  if (lines < FEWEST_LINES && detector === undefined) {
    return { ok: false, problem: tooFewLines(files.map(({ name }) => name).join(', '), lines) };
  }
  const leftOut = [...unpacked.value.leftOut, ...sniffed.value.leftOut];
  const report = await reportLog(opened.value, { ...sniffed.value, leftOut }, seconds());
  // Messages are handled up to here: a cancelled log must not take the place of the one that is open.
  return options.signal.aborted ? 'cancelled' : { ok: true, value: { opened: opened.value, report } };
}
