import { formatCount, formatDuration, formatNumberOf, formatShare } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { ComparedRow, ComparisonReport } from '../../../core/report/comparison-report.ts';
import { namedText, type TemplateNames } from '../../../core/report/template-names.ts';

export const CHANGES = ['appeared', 'vanished', 'more', 'less', 'slower', 'faster'] as const;

/** Any kind of change, in the order in which they are offered. */
export type Change = (typeof CHANGES)[number];

export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  appeared: 'appeared',
  vanished: 'vanished',
  more: 'more often',
  less: 'less often',
  slower: 'slower',
  faster: 'faster',
};

/** Stable, unique in its report. */
export function rowId({ is, what }: ComparedRow): string {
  return 'key' in what ? `${is} ${what.key}` : `${is} ${what.from}>${what.to}`;
}

/** What changed, on one line. */
export function rowText({ texts }: ComparedRow, { byText }: TemplateNames): string {
  return texts.map((text) => visibleText(namedText(text, byText.get(text)))).join(' → ');
}

/** One side of a row, as it is read. */
export function sideText(row: ComparedRow, side: 'baseline' | 'log'): string {
  return row.is === 'step' ? formatDuration(row[side].median) : formatShare(shareOf(row[side]));
}

export function shareOf({ part, whole }: { readonly part: number; readonly whole: number }): number {
  return whole === 0 ? 0 : part / whole;
}

/** A row in one sentence. */
export function rowSentence(row: ComparedRow, { byText }: TemplateNames): string {
  if (row.is === 'step') {
    const { baseline, log } = row;
    return (
      `The step takes ${formatDuration(log.median)} where it took ${formatDuration(baseline.median)} ` +
      `(95 % within ${formatDuration(log.p95)}, before ${formatDuration(baseline.p95)}).`
    );
  }
  const { baseline, log } = row;
  const among = row.is === 'edge' ? 'sessions with the first step go on with the second' : 'sessions have it';
  const like =
    row.like === undefined
      ? ''
      : ` In the baseline the nearest is “${visibleText(namedText(row.like, byText.get(row.like)))}”.`;
  return (
    `${formatCount(log.part)} of ${formatCount(log.whole)} ${among}, ` +
    `in the baseline ${formatCount(baseline.part)} of ${formatCount(baseline.whole)}.${like}`
  );
}

export function titleOf({ rows, baseline, log }: ComparisonReport): string {
  const sure = rows.filter((row) => row.sure).length;
  return sure === 0
    ? `No significant change from ${baseline.name} to ${log.name}`
    : `${formatNumberOf(sure, 'significant change')} from ${baseline.name} to ${log.name}`;
}

/** Fewer sessions than this tell large changes only. */
const FEW_SESSIONS = 30;

export function subtitleOf({ baseline, log, tested, rows, running }: ComparisonReport): string {
  const sides =
    running === undefined
      ? `${formatNumberOf(baseline.sessions, 'whole session')} of the baseline and ${formatCount(log.sessions)} of this log, by ${log.by}`
      : `${formatNumberOf(baseline.sessions, 'whole session')} before and ${formatCount(log.sessions)} from then on, by ${log.by}; ${formatCount(running)} that were running at that time are left out`;
  const looked =
    `${sides}: ` +
    `${formatNumberOf(tested.templates, 'template')}, ${formatNumberOf(tested.edges, 'way')} from one step to the next and the times of ${formatNumberOf(tested.steps, 'step')} were tested.`;
  const chance = rows.some(({ sure }) => sure) ? ' At most 5 % of the changes are expected to be chance.' : '';
  const few = Math.min(baseline.sessions, log.sessions) < FEW_SESSIONS;
  return `${looked}${chance}${few ? ' With so few sessions only large changes can be told from chance.' : ''}`;
}
