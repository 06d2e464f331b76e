import { writeCsv } from '../bundle/csv.ts';
import { drain3Snapshot, drain3State } from '../bundle/drain3-snapshot.ts';
import { type FindingRemarks, findingsCsv, findingsJsonLines, templatesCsv } from '../bundle/exports.ts';
import { predictionsCsv } from '../bundle/predictions-csv.ts';
import { REDACTIONS, type Redaction } from '../bundle/report/redaction.ts';
import { seedTemplatesYaml } from '../bundle/seed-templates.ts';
import type { Finding } from '../core/detect/finding.ts';
import type { SessionVerdict } from '../core/detect/session-verdict.ts';
import type { WordTemplate } from '../core/drain/word-templates.ts';
import type { DriftReport } from '../core/drift/drift.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { LogReport, SessionReport, TemplateRow } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import { templateNames } from '../core/report/template-names.ts';
import type { KeyModelWeights } from '../core/sequence/key-model.ts';
import { readComponents } from './components.ts';
import type { ExportKind, LineExport, ModelExport, ReportExport, TableData } from './data.api.ts';
import { exportModel } from './export-model.ts';
import { exportReport } from './export-report.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { keySequences, predictionsOf } from './session-files.ts';
import { structuredCsv } from './structured-csv.ts';
import { readWordTemplates } from './word-templates.ts';

/** What files are made of; each stage adds to it. */
export interface Exportable {
  readonly opened: OpenedLog | undefined;
  readonly log: LogReport | undefined;
  readonly grouped: GroupedLog | undefined;
  readonly sessions: SessionReport | undefined;
  readonly templates: readonly TemplateRow[];
  readonly anomalies: AnomalyReport | undefined;
  /** Of all sessions, in their order. */
  readonly verdicts: readonly SessionVerdict[];
  readonly drift: DriftReport | undefined;
  readonly weights: KeyModelWeights | undefined;
}

/** @throws Error for a file that there is nothing for yet */
export async function exportFile(what: ExportKind | TableData, from: Exportable): Promise<Outcome<Blob>> {
  if (typeof what === 'object') return file(writeCsv(what.titles, what.rows));
  switch (what) {
    case 'findings-csv':
      return file(findingsCsv(foundIn(from), await remarksOn(from)));
    case 'findings-jsonl':
      return file(findingsJsonLines(foundIn(from), await remarksOn(from)));
    case 'findings-parquet':
      return parquetFile(from);
    case 'templates-csv':
      return file(templatesCsv(from.templates));
    case 'key-sequences':
      return file(keySequences(present(from.opened), present(from.grouped)));
    case 'predictions-csv':
      return predictionsFile(from);
    case 'onnx':
    case 'layers-model':
      return modelFile(what, from);
    case 'report-templates':
    case 'report-masked':
    case 'report-raw':
      return reportFile(what, from);
    default:
      return linesFile(what, from);
  }
}

const foundIn = ({ anomalies }: Exportable): readonly Finding[] => anomalies?.findings ?? [];

/** Findings whose lines cannot be read again go without their components: they are the file's, and must not be lost with it. */
async function remarksOn({ opened, log, anomalies, templates }: Exportable): Promise<FindingRemarks> {
  const remarks = { byLabels: anomalies?.threshold.byLabels === true, names: templateNames(templates).byKey };
  if (log?.header.component === undefined) return remarks;
  const lines = (anomalies?.findings ?? []).map(({ line }) => line);
  const components = await readComponents(present(opened), lines);
  return components.ok ? { ...remarks, components: components.value } : remarks;
}

/** What writes it is loaded when it is asked for. */
async function parquetFile(from: Exportable): Promise<Outcome<Blob>> {
  const { findingsParquet } = await import('../bundle/findings-parquet.ts');
  return file(findingsParquet(foundIn(from), await remarksOn(from)));
}

function predictionsFile({ grouped, verdicts, anomalies }: Exportable): Outcome<Blob> {
  const report = present(anomalies);
  return file(predictionsCsv(predictionsOf(present(grouped), verdicts, report), report.threshold.byLabels));
}

function modelFile(what: ModelExport, { weights, grouped }: Exportable): Outcome<Blob> {
  return file(exportModel(what, present(weights), present(grouped)));
}

async function reportFile(what: ReportExport, from: Exportable): Promise<Outcome<Blob>> {
  const found = {
    log: present(from.log),
    sessions: present(from.sessions),
    templates: from.templates,
    anomalies: present(from.anomalies),
    drift: from.drift,
  };
  const text = await exportReport(redactionOf(what), present(from.opened), present(from.grouped), found);
  return text.ok ? file(text.value) : text;
}

function redactionOf(what: ReportExport): Redaction {
  return present(REDACTIONS.find((redaction) => what === `report-${redaction}`));
}

async function linesFile(what: LineExport, { opened, grouped, templates: rows }: Exportable): Promise<Outcome<Blob>> {
  const log = present(opened);
  if (what === 'structured-csv') return fileOf(structuredCsv(log, present(grouped), templateNames(rows).byKey));
  const templates = await readWordTemplates(log, present(grouped));
  return templates.ok ? file(TEMPLATE_FILES[what](templates.value)) : templates;
}

const TEMPLATE_FILES: Readonly<
  Record<Exclude<LineExport, 'structured-csv'>, (templates: readonly WordTemplate[]) => string>
> = {
  'drain3-state': drain3State,
  'drain3-json': drain3Snapshot,
  'seed-templates': seedTemplatesYaml,
};

function file(content: string | Uint8Array<ArrayBuffer>): Outcome<Blob> {
  return { ok: true, value: new Blob([content]) };
}

/** The platform keeps large ones on disk. */
async function fileOf(pieces: AsyncIterable<Outcome<string>>): Promise<Outcome<Blob>> {
  const parts: Blob[] = [];
  for await (const piece of pieces) {
    if (!piece.ok) return piece;
    parts.push(new Blob([piece.value]));
  }
  return { ok: true, value: new Blob(parts) };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is nothing to make this file of yet');
  return value;
}
