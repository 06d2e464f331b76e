import { formatCount, NOTHING } from '../../../../core/base/format.ts';
import { type DetectorEvaluation, type Evaluation, SCOPES } from '../../../../core/evaluate/evaluate.ts';
import type { Share } from '../../../../core/evaluate/interval.ts';
import type { FigureTable } from '../../../charts/figure-table.ts';
import { DETECTOR_NAMES } from '../../../detector-names.ts';

/** A row a detector, as it is read: values with their interval at 95 %. */
export function figuresTable(detectors: readonly DetectorEvaluation[]): FigureTable {
  return {
    columns: [
      { title: 'Detector', kind: 'name' },
      { title: 'Precision', kind: 'number' },
      { title: 'Recall', kind: 'number' },
      { title: 'F1', kind: 'number' },
      { title: 'Best F1', kind: 'number' },
      { title: 'Found', kind: 'number' },
      { title: 'False alarms', kind: 'number', format: formatCount },
    ],
    rows: detectors.map(({ detector, figures: { precision, recall, f1, found, missed, falseAlarms }, bestF1 }) => [
      DETECTOR_NAMES[detector],
      ...[precision, recall, f1].map(rangeText),
      formatFigure(bestF1),
      `${formatCount(found)} of ${formatCount(found + missed)}`,
      falseAlarms,
    ]),
  };
}

export const formatFigure = (value: number) => (Number.isNaN(value) ? NOTHING : value.toFixed(3));

function rangeText({ value, low, high }: Share): string {
  return Number.isNaN(value) ? NOTHING : `${value.toFixed(3)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

const NUMBERS = ['precision', 'recall', 'f1'] as const;

/**
 * All of an evaluation as a file holds it: a row for each detector and choice of sessions; numbers as they are, empty where there is none.
 *
 * @param thresholdIs how the threshold in force came about, in each row
 */
export function figuresFile({ scopes }: Evaluation, thresholdIs: string) {
  return {
    titles: [
      'sessions',
      'detector',
      ...NUMBERS.flatMap((name) => [name, `${name}Low`, `${name}High`]),
      'bestF1',
      'averagePrecision',
      'found',
      'missed',
      'falseAlarms',
      'quiet',
      'threshold',
    ],
    rows: SCOPES.flatMap((scope) =>
      scopes[scope].map(({ detector, figures, bestF1, averagePrecision }) => [
        scope,
        detector,
        ...NUMBERS.flatMap((name) => [figures[name].value, figures[name].low, figures[name].high]).map(cell),
        cell(bestF1),
        cell(averagePrecision),
        figures.found,
        figures.missed,
        figures.falseAlarms,
        figures.quiet,
        thresholdIs,
      ]),
    ),
  };
}

const cell = (value: number) => (Number.isNaN(value) ? '' : value);
