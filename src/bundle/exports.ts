import type { Finding } from '../core/detect/finding.ts';
import type { TemplateRow } from '../core/report/log-report.ts';
import type { TemplateNames } from '../core/report/template-names.ts';
import { writeCsv } from './csv.ts';

/** What each finding says in a field `threshold` where a person let labels choose it. */
export const BY_LABELS = 'chosen by labels';

/** What files say of findings beyond their own fields, each in a column of its own. */
export interface FindingRemarks {
  /** A person let labels choose the threshold. */
  readonly byLabels: boolean;
  /** What a person calls templates. */
  readonly names: TemplateNames['byKey'];
  /** Which part of the system logged the line of each finding; missing where the log names none. */
  readonly components?: readonly (string | undefined)[] | undefined;
}

export const NO_REMARKS: FindingRemarks = { byLabels: false, names: new Map() };

const REMARKS = ['threshold', 'name', 'component'] as const;
type Remark = (typeof REMARKS)[number];

/** The columns that files have for remarks. */
export function remarkColumns({ byLabels, names, components }: FindingRemarks): readonly Remark[] {
  const has = { threshold: byLabels, name: names.size > 0, component: components !== undefined };
  return REMARKS.filter((column) => has[column]);
}

/** What a column says of a finding; empty where it is nothing. @param nth of all findings */
export function remarkOn({ key }: Finding, nth: number, column: Remark, remarks: FindingRemarks): string {
  if (column === 'threshold') return BY_LABELS;
  return (column === 'name' ? remarks.names.get(key) : remarks.components?.[nth]) ?? '';
}

/** One finding a line, with the field names of {@link Finding}; `timestamp` as ISO 8601 in UTC, null where there is none. */
export function findingsJsonLines(findings: readonly Finding[], remarks = NO_REMARKS): string {
  const columns = remarkColumns(remarks);
  return findings
    .map((whole, nth) => {
      const { after: _, ...finding } = whole;
      const said = Object.fromEntries(columns.map((column) => [column, remarkOn(whole, nth, column, remarks)]));
      return `${JSON.stringify({ ...finding, timestamp: isoTime(finding.timestamp), ...said })}\n`;
    })
    .join('');
}

const FINDING_COLUMNS = [
  'session',
  'cause',
  'score',
  'line',
  'firstLine',
  'lastLine',
  'byteOffset',
  'file',
  'fileLine',
  'offsetIn',
  'timestamp',
  'template',
  'key',
  'rank',
  'probability',
  'expected',
  'reason',
  'detector',
] as const satisfies readonly (keyof Finding)[];

/** One finding a row; `expected` is the likeliest keys as `probability template`, separated by ` | `. */
export function findingsCsv(findings: readonly Finding[], remarks = NO_REMARKS): string {
  const columns = remarkColumns(remarks);
  const rows = findings.map((finding, nth) => {
    const cells = FINDING_COLUMNS.map((column) => {
      if (column === 'timestamp') return isoTime(finding.timestamp) ?? '';
      if (column !== 'expected') return finding[column];
      return finding.expected
        .map(({ probability, template }) => `${probability.toPrecision(3)} ${template}`)
        .join(' | ');
    });
    return [...cells, ...columns.map((column) => remarkOn(finding, nth, column, remarks))];
  });
  return writeCsv([...FINDING_COLUMNS, ...columns], rows);
}

/** The columns of logparser's templates file, and where each template was seen; what a person says of them, where that is something. */
export function templatesCsv(templates: readonly TemplateRow[]): string {
  const header = ['EventId', 'EventTemplate', 'Occurrences', 'FirstLine', 'LastLine', 'New'];
  const hasNames = templates.some(({ name }) => name !== undefined);
  const hasIgnored = templates.some(({ isIgnored }) => isIgnored);
  const hasTimes = templates.some(({ seen }) => seen !== undefined);
  const rows = templates.map(({ key, text, count, firstLine, lastLine, isNew, seen, isIgnored, name = '' }) => [
    ...[key, text, count, firstLine, lastLine, isNew],
    ...(hasTimes ? [seen?.first, seen?.last].map((time = Number.NaN) => isoTime(time) ?? '') : []),
    ...(hasIgnored ? [isIgnored] : []),
    ...(hasNames ? [name] : []),
  ]);
  const times = hasTimes ? ['FirstSeen', 'LastSeen'] : [];
  return writeCsv([...header, ...times, ...(hasIgnored ? ['Ignored'] : []), ...(hasNames ? ['Name'] : [])], rows);
}

const isoTime = (time: number) => (Number.isNaN(time) ? null : new Date(time).toISOString());
