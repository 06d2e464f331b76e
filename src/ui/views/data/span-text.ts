import { formatSeconds, formatTime } from '../../../core/base/format.ts';
import type { LogReport } from '../../../core/report/log-report.ts';

/** When the lines of a log were written. Times are shown in UTC; what the log says of its zone stands behind them. */
export function spanText({ span, clock }: Pick<LogReport, 'span' | 'clock'>): string {
  if (span === undefined) return 'without times: lines count in the order they stand';
  if (clock.counts === 'uptime') {
    return `from ${formatSeconds(span.first / 1000)} to ${formatSeconds(span.last / 1000)} after the machine started`;
  }
  const zone = clock.zone === '' ? '' : ` (${clock.zone})`;
  return `from ${formatTime(span.first)} to ${formatTime(span.last)} UTC${zone}`;
}
