import { formatShare, NOTHING } from '../../src/core/base/format.ts';
import type { DetectorEvaluation, Evaluation } from '../../src/core/evaluate/evaluate.ts';
import type { Share } from '../../src/core/evaluate/interval.ts';
import { labelNotes } from '../../src/core/evaluate/label-notes.ts';

/** Lines for people: the figures of all detectors over all labelled sessions, and what to know of the labels. */
export function evaluationText(evaluation: Evaluation): string[] {
  const { all, 'held-out': heldOut } = evaluation.scopes;
  const [ensemble] = all;
  const [later] = heldOut;
  return [
    ...labelNotes(evaluation),
    ...(ensemble === undefined || evaluation.labelled === 0 ? [] : [oneLine('', ensemble)]),
    ...(later === undefined || Number.isNaN(later.figures.f1.value) ? [] : [oneLine('after training: ', later)]),
    ...(evaluation.anomalous === 0 ? [] : all.slice(1).map((one) => `  ${oneLine(`${one.detector}: `, one)}`)),
  ];
}

function oneLine(name: string, { figures: { precision, recall, f1 } }: DetectorEvaluation): string {
  const value = f1.value;
  return `${name}precision ${shareText(precision)}, recall ${shareText(recall)}, F1 ${Number.isNaN(value) ? NOTHING : value.toFixed(3)}`;
}

function shareText({ value, low, high }: Share): string {
  return Number.isNaN(value) ? NOTHING : `${formatShare(value)} (${formatShare(low)} to ${formatShare(high)})`;
}
