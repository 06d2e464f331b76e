import { writeCsv } from '../bundle/csv.ts';
import { findingsCsv, findingsJsonLines, templatesCsv } from '../bundle/exports.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { TemplateRow } from '../core/report/log-report.ts';
import type { ExportKind, TableData } from './data.api.ts';

/** @param anomalies missing before there are any */
export function exportText(
  what: ExportKind | TableData,
  anomalies: AnomalyReport | undefined,
  templates: readonly TemplateRow[],
): string {
  if (typeof what === 'object') return writeCsv(what.titles, what.rows);
  switch (what) {
    case 'findings-csv':
      return findingsCsv(anomalies?.findings ?? []);
    case 'findings-jsonl':
      return findingsJsonLines(anomalies?.findings ?? []);
    case 'templates-csv':
      return templatesCsv(templates);
  }
}
