import type { Finding } from '../core/detect/finding.ts';
import type { TemplateRow } from '../core/report/log-report.ts';
import { writeCsv } from './csv.ts';

/** What each finding says in a field `threshold` where a person let labels choose it. */
export const BY_LABELS = 'chosen by labels';

/** One finding a line, with the field names of {@link Finding}; `timestamp` as ISO 8601 in UTC, null where there is none. */
export function findingsJsonLines(findings: readonly Finding[], byLabels = false): string {
  const chosen = byLabels ? { threshold: BY_LABELS } : {};
  return findings
    .map(
      ({ after: _, ...finding }) =>
        `${JSON.stringify({ ...finding, timestamp: isoTime(finding.timestamp), ...chosen })}\n`,
    )
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
export function findingsCsv(findings: readonly Finding[], byLabels = false): string {
  const rows = findings.map((finding) => {
    const cells = FINDING_COLUMNS.map((column) => {
      if (column === 'timestamp') return isoTime(finding.timestamp) ?? '';
      if (column !== 'expected') return finding[column];
      return finding.expected
        .map(({ probability, template }) => `${probability.toPrecision(3)} ${template}`)
        .join(' | ');
    });
    return byLabels ? [...cells, BY_LABELS] : cells;
  });
  return writeCsv(byLabels ? [...FINDING_COLUMNS, 'threshold'] : FINDING_COLUMNS, rows);
}

/** The columns of logparser's templates file, and where each template was seen. */
export function templatesCsv(templates: readonly TemplateRow[]): string {
  const header = ['EventId', 'EventTemplate', 'Occurrences', 'FirstLine', 'LastLine', 'New'];
  const rows = templates.map(({ key, text, count, firstLine, lastLine, isNew }) => [
    key,
    text,
    count,
    firstLine,
    lastLine,
    isNew,
  ]);
  return writeCsv(header, rows);
}

const isoTime = (time: number) => (Number.isNaN(time) ? null : new Date(time).toISOString());
