import type { Redaction } from '../bundle/report/redaction.ts';
import { reportHtml } from '../bundle/report/report.ts';
import type { Finding } from '../core/detect/finding.ts';
import { masksOf } from '../core/drain/edits/template-changes.ts';
import type { DriftReport } from '../core/drift/drift.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { LogReport, SessionReport, TemplateRow } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { RawLine } from '../core/report/raw-line.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { readRawLines } from './raw-lines.ts';

/** Findings whose lines are shown. */
const MOST_WITH_LINES = 100;
/** Lines on both sides. */
const AROUND = 4;

/** What has been found out about a log. */
export interface Findings {
  readonly log: LogReport;
  readonly sessions: SessionReport;
  readonly templates: readonly TemplateRow[];
  readonly anomalies: AnomalyReport;
  /** Where a detector scored the log. */
  readonly drift?: DriftReport | undefined;
}

/** The analysis as an HTML file, with lines that are read back where it shows any. */
export async function exportReport(
  redaction: Redaction,
  log: OpenedLog,
  grouped: GroupedLog,
  found: Findings,
): Promise<Outcome<string>> {
  const lines: (readonly RawLine[])[] = [];
  const shown = redaction === 'templates' ? [] : found.anomalies.findings.slice(0, MOST_WITH_LINES);
  for (const finding of shown) {
    const around = await readRawLines(log, grouped.sessions, requestFor(finding));
    if (!around.ok) return around;
    lines.push(redaction === 'raw' ? around.value : around.value.map((line) => masked(line, grouped)));
  }
  return { ok: true, value: reportHtml({ ...found, lines, masks: masksOf(grouped.edits), redaction }) };
}

function requestFor({ session, line }: Finding) {
  return { session, line, each: AROUND, sessionOnly: false };
}

/** The line's template instead of its text. */
function masked(line: RawLine, { keyed, templates }: GroupedLog): RawLine {
  const key = keyed.keyOfLine[line.line - 1] ?? -1;
  return { ...line, text: templates[key]?.text ?? '' };
}
