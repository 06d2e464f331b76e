import type { State } from '../app/state.ts';
import { templateText } from '../core/detect/findings.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import { type Review, review } from '../core/detect/marks/review.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { TemplateRow } from '../core/report/log-report.ts';

interface Made {
  readonly anomalies: AnomalyReport;
  readonly marks: readonly Mark[];
  readonly templates: readonly TemplateRow[];
  readonly review: Review;
}

/** Many views ask for the same one. */
let made: Made | undefined;

/** Findings as the marks leave them; undefined while there are none. */
export function reviewOf({ analysis, marks: { marks } }: State): Review | undefined {
  if (analysis.phase !== 'scored') return undefined;
  const { anomalies, templates } = analysis;
  if (made?.anomalies !== anomalies || made.marks !== marks || made.templates !== templates) {
    const textOf = (key: TemplateRow['key'] | -1) => templateText(templates, key);
    made = { anomalies, marks, templates, review: review(anomalies.findings, marks, textOf) };
  }
  return made.review;
}
