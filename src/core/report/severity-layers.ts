import type { LineBucket } from './log-report.ts';

/** Lines of one bucket, each counted once: the parts add up to `lines`. */
export interface SeverityLayers {
  readonly from: number;
  readonly lines: number;
  readonly errors: number;
  /** Warnings that are not errors. */
  readonly warnings: number;
  readonly infos: number;
  /** Less than info, or without a level. */
  readonly others: number;
}

/** Splits each bucket into parts that can be stacked. */
export function severityLayers(buckets: readonly LineBucket[]): SeverityLayers[] {
  return buckets.map(({ from, lines, warnings, errors, infos }) => ({
    from,
    lines,
    errors,
    warnings: warnings - errors,
    infos,
    others: lines - warnings - infos,
  }));
}
