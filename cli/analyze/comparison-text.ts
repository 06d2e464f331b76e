import {
  formatCount,
  formatDuration,
  formatNumberOf,
  formatProbability,
  formatShare,
} from '../../src/core/base/format.ts';
import type { ComparedRow, ComparisonReport } from '../../src/core/report/comparison-report.ts';

const SHOWN_CHANGES = 40;

/** What `--compare` prints: what is sure, the largest change first, and how many templates are too rare to tell. */
export function comparisonText(report: ComparisonReport): string {
  const { baseline, log, rows, tested } = report;
  const sure = rows.filter((row) => row.sure);
  const unsure = rows.length - sure.length;
  const more = sure.length - SHOWN_CHANGES;
  return [
    `${formatCount(baseline.sessions)} sessions of ${baseline.name}, ${formatCount(log.sessions)} of ${log.name}, by ${log.by}; ${remark(report)}`,
    `${formatCount(tested.templates)} templates, ${formatCount(tested.edges)} ways and the times of ${formatCount(tested.steps)} steps were tested`,
    sure.length === 0
      ? 'No significant change.'
      : `${formatCount(sure.length)} significant changes, of which at most 5 % are expected to be chance:`,
    ...sure.slice(0, SHOWN_CHANGES).map(line),
    ...(more > 0 ? [`  and ${formatCount(more)} more; --json lists them all`] : []),
    ...(unsure > 0 ? [`${formatCount(unsure)} templates more appeared or vanished in too few sessions to tell.`] : []),
    '',
  ].join('\n');
}

function remark({ running, alike }: ComparisonReport): string {
  if (running === undefined) return `${formatShare(alike)} of the lines match a template of the baseline`;
  return `${formatNumberOf(running, 'session')} running at that time ${running === 1 ? 'is' : 'are'} left out`;
}

function line(row: ComparedRow): string {
  const sides =
    row.is === 'step'
      ? `${formatDuration(row.baseline.median)} -> ${formatDuration(row.log.median)}`
      : `${share(row.baseline)} -> ${share(row.log)}`;
  return `  ${row.change}: ${row.texts.join(' -> ')}  ${sides}  q = ${formatProbability(row.q)}`;
}

const share = ({ part, whole }: { readonly part: number; readonly whole: number }) => formatShare(part / whole);
