import { formatCount, formatNumberOf, NOTHING } from '../../core/base/format.ts';
import type { DetectorEvaluation, Evaluation, Scope } from '../../core/evaluate/evaluate.ts';
import type { Share } from '../../core/evaluate/interval.ts';
import { type Html, html } from './html.ts';
import type { Redaction } from './redaction.ts';

const SCOPES: readonly (readonly [scope: Scope, title: string])[] = [
  ['all', 'All sessions'],
  ['held-out', 'Sessions after the training period'],
];
/** Sessions that are named one by one. */
const MOST_NAMED = 50;

/** How the findings agree with labels, where there are some: a table for all sessions, and one for those after the training period. */
export function evaluationSection(evaluation: Evaluation, redaction: Redaction, byLabels: boolean): Html {
  const { source, labelled, anomalous, unlabelled, missed, falseAlarms } = evaluation;
  const from = redaction === 'raw' ? ` in ${source}` : '';
  const without = unlabelled > 0 ? `; ${formatNumberOf(unlabelled, 'session')} without a label do not count` : '';
  const said = byLabels ? 'They chose the threshold.' : 'They set nothing.';
  return html`<h2>Compared with labels</h2>
<p>${formatNumberOf(labelled, 'labelled session')}${from}, ${formatCount(anomalous)} of them anomalous${without}. ${said} Intervals at 95 %.</p>
${SCOPES.map(([scope, title]) => figures(title, evaluation.scopes[scope]))}
${redaction === 'raw' ? html`${named('Missed', missed)}${named('False alarms', falseAlarms)}` : undefined}`;
}

function figures(title: string, detectors: readonly DetectorEvaluation[]): Html {
  const rows = detectors.map(
    ({ detector, figures: { precision, recall, f1, found, missed, falseAlarms }, bestF1 }) =>
      html`<tr><th>${detector}</th><td>${rangeText(precision)}</td><td>${rangeText(recall)}</td><td>${rangeText(f1)}</td><td>${valueText(bestF1)}</td><td>${formatCount(found)} of ${formatCount(found + missed)}</td><td>${formatCount(falseAlarms)}</td></tr>`,
  );
  return html`<table class="figures"><caption>${title}</caption><tr><th>Detector</th><th>Precision</th><th>Recall</th><th>F1</th><th>Best F1</th><th>Found</th><th>False alarms</th></tr>${rows}</table>`;
}

function named(title: string, sessions: readonly string[]): Html | undefined {
  if (sessions.length === 0) return undefined;
  const names = sessions.slice(0, MOST_NAMED).map((session, at) => html`${at > 0 ? ', ' : ''}<code>${session}</code>`);
  const more = sessions.length - names.length;
  return html`<p>${title}: ${names}${more > 0 ? ` and ${formatCount(more)} more` : ''}.</p>`;
}

const valueText = (value: number) => (Number.isNaN(value) ? NOTHING : value.toFixed(3));

function rangeText({ value, low, high }: Share): string {
  return Number.isNaN(value) ? NOTHING : `${value.toFixed(3)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
