import type { ScannedLog, TimeSpan } from '../scan/scanned-log.ts';
import type { LineBucket } from './log-report.ts';

const MAX_BUCKETS = 120;
/** Index in SEVERITIES. */
const WARN = 4;
const ERROR = 5;

export function timeSpan(time: Float64Array): TimeSpan | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const value of time) {
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return first <= last ? { first, last } : undefined;
}

/** Share of lines whose time lies before that of the last line with a time, in [0, 1]. */
export function outOfOrderShare(time: Float64Array): number {
  let last = Number.NEGATIVE_INFINITY;
  let timed = 0;
  let backwards = 0;
  for (const value of time) {
    if (Number.isNaN(value)) continue;
    timed++;
    if (value < last) backwards++;
    last = value;
  }
  return timed === 0 ? 0 : backwards / timed;
}

/** Lines over time, or over the file where there are no times; `time` has no gaps (all NaN without times). */
export function lineBuckets(log: ScannedLog, time: Float64Array): LineBucket[] {
  const span = timeSpan(time);
  const first = span?.first ?? 0;
  const extent = (span === undefined ? log.lines : span.last - first) || 1;
  const count = Math.min(MAX_BUCKETS, Math.max(1, log.lines));
  const lines = new Int32Array(count);
  const warnings = new Int32Array(count);
  const errors = new Int32Array(count);
  for (let line = 0; line < log.lines; line++) {
    const at = span === undefined ? line : (time[line] as number) - first;
    const bucket = Math.min(count - 1, Math.floor((at / extent) * count));
    lines[bucket] = (lines[bucket] as number) + 1;
    if ((log.severity[line] as number) >= WARN) warnings[bucket] = (warnings[bucket] as number) + 1;
    if ((log.severity[line] as number) >= ERROR) errors[bucket] = (errors[bucket] as number) + 1;
  }
  return Array.from(lines, (total, bucket) => ({
    from: first + (extent * bucket) / count,
    lines: total,
    warnings: warnings[bucket] as number,
    errors: errors[bucket] as number,
  }));
}
