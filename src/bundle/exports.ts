import type { Finding } from '../core/detect/finding.ts';
import type { TemplateRow } from '../core/report/log-report.ts';
import type { TemplateNames } from '../core/report/template-names.ts';
import { writeCsv } from './csv.ts';

/** What each finding says in a field `threshold` where a person let labels choose it. */
export const BY_LABELS = 'chosen by labels';

export const NO_NAMES: TemplateNames['byKey'] = new Map();

/** One finding a line, with the field names of {@link Finding}; `timestamp` as ISO 8601 in UTC, null where there is none. */
export function findingsJsonLines(findings: readonly Finding[], byLabels = false, names = NO_NAMES): string {
  const chosen = byLabels ? { threshold: BY_LABELS } : {};
  return findings
    .map(
      ({ after: _, ...finding }) =>
        `${JSON.stringify({ ...finding, timestamp: isoTime(finding.timestamp), ...chosen, ...nameOf(finding, names) })}\n`,
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
export function findingsCsv(findings: readonly Finding[], byLabels = false, names = NO_NAMES): string {
  const rows = findings.map((finding) => {
    const cells = FINDING_COLUMNS.map((column) => {
      if (column === 'timestamp') return isoTime(finding.timestamp) ?? '';
      if (column !== 'expected') return finding[column];
      return finding.expected
        .map(({ probability, template }) => `${probability.toPrecision(3)} ${template}`)
        .join(' | ');
    });
    return [...cells, ...(byLabels ? [BY_LABELS] : []), ...Object.values(nameOf(finding, names))];
  });
  const title = [...FINDING_COLUMNS, ...(byLabels ? ['threshold'] : []), ...(names.size > 0 ? ['name'] : [])];
  return writeCsv(title, rows);
}

/** The columns of logparser's templates file, and where each template was seen; what a person says of them, where that is something. */
export function templatesCsv(templates: readonly TemplateRow[]): string {
  const header = ['EventId', 'EventTemplate', 'Occurrences', 'FirstLine', 'LastLine', 'New'];
  const hasNames = templates.some(({ name }) => name !== undefined);
  const hasIgnored = templates.some(({ isIgnored }) => isIgnored);
  const rows = templates.map(({ key, text, count, firstLine, lastLine, isNew, isIgnored, name = '' }) => [
    ...[key, text, count, firstLine, lastLine, isNew],
    ...(hasIgnored ? [isIgnored] : []),
    ...(hasNames ? [name] : []),
  ]);
  return writeCsv([...header, ...(hasIgnored ? ['Ignored'] : []), ...(hasNames ? ['Name'] : [])], rows);
}

/** What a finding says of its template in a last field, where any template has a name. */
function nameOf({ key }: Pick<Finding, 'key'>, names: TemplateNames['byKey']): { readonly name?: string } {
  return names.size > 0 ? { name: names.get(key) ?? '' } : {};
}

const isoTime = (time: number) => (Number.isNaN(time) ? null : new Date(time).toISOString());
