import type { ScannedLog } from '../scan/scanned-log.ts';
import type { LineBucket } from './log-report.ts';

/** As many as a chart has marks at most. */
const MOST_BUCKETS = 300;
/** So many, though each then holds fewer lines. */
const FINE_BUCKETS = 120;
const LINES_IN_BUCKET = 20;
/** Index in SEVERITIES. */
const INFO = 3;
const WARN = 4;
const ERROR = 5;

/** Lines over time, or over the file where there are no times. */
export function lineBuckets(log: ScannedLog): LineBucket[] {
  const { span } = log;
  const wanted = Math.max(FINE_BUCKETS, Math.round(log.lines / LINES_IN_BUCKET));
  const most = Math.min(MOST_BUCKETS, wanted, Math.max(1, log.lines));
  // Buckets of lines hold whole lines, the same number each.
  const linesEach = Math.max(1, Math.ceil(log.lines / most));
  const count = span === undefined ? Math.max(1, Math.ceil(log.lines / linesEach)) : most;
  const first = span?.first ?? 0;
  const width = span === undefined ? linesEach : (span.last - first || 1) / count;
  const lines = new Int32Array(count);
  const warnings = new Int32Array(count);
  const errors = new Int32Array(count);
  const infos = new Int32Array(count);
  for (let line = 0; line < log.lines; line++) {
    const at = span === undefined ? line : log.time.at(line) - first;
    const bucket = Math.min(count - 1, Math.floor(at / width));
    lines[bucket] = (lines[bucket] as number) + 1;
    const severity = log.severity.at(line);
    if (severity === INFO) infos[bucket] = (infos[bucket] as number) + 1;
    if (severity >= WARN) warnings[bucket] = (warnings[bucket] as number) + 1;
    if (severity >= ERROR) errors[bucket] = (errors[bucket] as number) + 1;
  }
  return Array.from(lines, (total, bucket) => ({
    from: first + width * bucket,
    lines: total,
    warnings: warnings[bucket] as number,
    errors: errors[bucket] as number,
    infos: infos[bucket] as number,
  }));
}
