import { countBelow } from '../../core/base/count-below.ts';
import { formatBytes, formatCount, formatNumberOf, formatShare, formatTime } from '../../core/base/format.ts';
import { describeErrorNorm } from '../../core/detect/expected/error-norm.ts';
import type { DriftReport } from '../../core/drift/drift.ts';
import type { AnomalyReport, ForetoldNumbers } from '../../core/report/anomaly-report.ts';
import type { LogReport, SessionReport, TemplateRow } from '../../core/report/log-report.ts';
import { partSentence } from '../../core/report/part-sentence.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import { templateNames } from '../../core/report/template-names.ts';
import { type Bar, barChart } from './bar-chart.ts';
import { evaluationSection } from './evaluation-section.ts';
import { findingSection, nameBefore } from './finding-section.ts';
import { type Html, html } from './html.ts';
import type { Redaction } from './redaction.ts';
import { STYLE } from './style.ts';

export interface ReportContent {
  readonly log: LogReport;
  readonly sessions: SessionReport;
  readonly templates: readonly TemplateRow[];
  readonly anomalies: AnomalyReport;
  /** Where a detector scored the log. */
  readonly drift?: DriftReport | undefined;
  /** Lines around the event of each of the first findings; none where a report holds templates only. */
  readonly lines: readonly (readonly RawLine[])[];
  /** Expressions for words that a person made values. */
  readonly masks: readonly string[];
  readonly redaction: Redaction;
}

/** Findings that are told in full; the others are counted. */
const MOST_FINDINGS = 200;
const MOST_TEMPLATES = 100;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The analysis as one HTML file that needs nothing else: no script, no address, nothing to load. */
export function reportHtml(content: ReportContent): string {
  const { log, anomalies } = content;
  const names = content.redaction === 'raw' ? log.files.map(({ name }) => name).join(', ') : 'a log';
  const flagged = formatNumberOf(anomalies.findings.length, 'unusual session');
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width"><title>${flagged} in ${names}</title>
<style>${STYLE}</style></head>
<body><h1>${flagged} in ${names}</h1>
${analysed(content)}
${charts(content)}
${anomalies.evaluation && evaluationSection(anomalies.evaluation, content.redaction, anomalies.threshold.byLabels === true)}
<h2>Findings</h2>
${findings(content)}
<h2>Templates</h2>
${templateTable(content)}
<footer>Made by Deeplog, in a browser tab or on the command line; nothing of the log left the machine.</footer>
</body></html>
`;
  return page.markup;
}

function analysed({ log, sessions, templates, anomalies, drift, masks, redaction }: ReportContent): Html {
  const { chosen, split } = sessions;
  const rows: readonly (readonly [string, string])[] = [
    ['Files', filesOf(log, redaction)],
    ...(log.part === undefined ? [] : ([['Partial', partSentence(log.part)]] as const)),
    ['Lines', `${formatCount(log.lines)}, ${formatBytes(log.bytes)}, ${log.encoding}`],
    ['Format', `${log.header.format}: ${log.header.text} (${formatShare(log.header.matched)} of the lines)`],
    ...(log.span === undefined
      ? []
      : ([['Time', `${formatTime(log.span.first)} to ${formatTime(log.span.last)}`]] as const)),
    [
      'Templates',
      `${formatCount(templates.length)}, ${formatCount(templates.filter(({ isNew }) => isNew).length)} new`,
    ],
    // They hold words of the log that no template does.
    ...(redaction === 'raw' && masks.length > 0 ? ([['Words read as values', masks.join(', ')]] as const) : []),
    ['Sessions', `${formatCount(sessions.sessions)} by ${chosen.label}, ${formatShare(chosen.coverage)} of the lines`],
    [
      'Learnt from',
      `${formatNumberOf(split.training, 'session')}, thresholds from ${formatCount(split.validation)} held-out ones`,
    ],
    ['Threshold', promiseOf(anomalies, redaction)],
    ...(anomalies.foretold === undefined ? [] : ([['Numbers', foretoldSentence(anomalies.foretold)]] as const)),
    ...(drift === undefined ? [] : ([['Drift', drift.verdict.sentence]] as const)),
    ...(anomalies.warning === undefined ? [] : ([['Warning', anomalies.warning]] as const)),
  ];
  return html`<table class="facts">${rows.map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`)}</table>`;
}

/** A threshold that labels chose names their file. */
function promiseOf({ threshold }: AnomalyReport, redaction: Redaction): string {
  if (redaction === 'raw' || threshold.byLabels !== true) return threshold.promise;
  return 'Threshold chosen by labels. For other sessions it promises nothing.';
}

function foretoldSentence({ places, errors }: ForetoldNumbers): string {
  return `Those at ${formatNumberOf(places, 'place')} are foretold by the ones before, and judged by ${describeErrorNorm(errors)}.`;
}

function filesOf({ files }: LogReport, redaction: Redaction): string {
  if (redaction !== 'raw') return formatNumberOf(files.length, 'file');
  return files.map(({ name, size }) => `${name} (${formatBytes(size)})`).join(', ');
}

function charts({ log, anomalies: { findings: found } }: ReportContent): Html {
  const isTimed = log.span !== undefined;
  const label = (from: number) => (isTimed ? formatTime(from) : `line ${formatCount(from + 1)}`);
  const places = Float64Array.from(found, ({ timestamp, line }) => (isTimed ? timestamp : line - 1)).sort();
  const lines = log.buckets.map(({ from, lines: value }): Bar => ({ label: label(from), value }));
  const flagged = log.buckets.map(({ from }, index): Bar => {
    const to = log.buckets[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const before = index === 0 ? 0 : countBelow(places, from);
    return { label: label(from), value: countBelow(places, to) - before };
  });
  const axis = isTimed ? 'over time' : 'over the lines';
  return html`${barChart(`Lines ${axis}`, lines)}${barChart(`Unusual sessions ${axis}`, flagged)}`;
}

function findings(content: ReportContent): Html {
  const { anomalies } = content;
  const all = anomalies.findings;
  if (all.length === 0) return html`<p>Nothing unusual: no session is less likely than the threshold allows.</p>`;
  const names = templateNames(content.templates);
  const sections = all
    .slice(0, MOST_FINDINGS)
    .map((finding, index) =>
      findingSection(finding, index, content.lines[index] ?? [], { redaction: content.redaction, names }),
    );
  const more = all.length - sections.length;
  return html`${sections}${more > 0 ? html`<p>${formatCount(more)} more are in the findings file.</p>` : undefined}`;
}

function templateTable({ templates }: ReportContent): Html {
  const shown = [...templates].sort((a, b) => b.count - a.count || a.key - b.key).slice(0, MOST_TEMPLATES);
  const rows = shown.map(
    ({ key, count, share, text, isNew, isIgnored, name }) =>
      html`<tr><td>${key}</td><td>${formatCount(count)}</td><td>${formatShare(share)}</td><td>${nameBefore(name)}<code>${text}</code>${isNew ? ' (new)' : ''}${isIgnored ? ' (ignored)' : ''}</td></tr>`,
  );
  const more = templates.length - shown.length;
  return html`<table><tr><th>Key</th><th>Lines</th><th>Share</th><th>Template</th></tr>${rows}</table>${
    more > 0 ? html`<p>${formatCount(more)} rarer ones are left out.</p>` : undefined
  }`;
}
