import { findingsCsv, findingsJsonLines, templatesCsv } from '../bundle/exports.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { TemplateRow } from '../core/report/log-report.ts';
import type { ExportKind } from './data.api.ts';

/** @param anomalies missing before there are any */
export function exportText(
  kind: ExportKind,
  anomalies: AnomalyReport | undefined,
  templates: readonly TemplateRow[],
): string {
  switch (kind) {
    case 'findings-csv':
      return findingsCsv(anomalies?.findings ?? []);
    case 'findings-jsonl':
      return findingsJsonLines(anomalies?.findings ?? []);
    case 'templates-csv':
      return templatesCsv(templates);
  }
}
