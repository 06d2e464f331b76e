import type { ReactNode } from 'react';
import { formatShare } from '../../core/base/format.ts';
import type { DetectorEvaluation } from '../../core/evaluate/evaluate.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';

const Plot = lazyPlot(async () => (await import('./PrecisionRecallPlot.tsx')).PrecisionRecallPlot);

interface PrecisionRecallProps {
  readonly of: DetectorEvaluation;
  /** Beside the title, such as a choice of the detector. */
  readonly aside?: ReactNode;
}

/** What each threshold of a detector would find, and how much of what it flags would be right. */
export function PrecisionRecall({ of: { curve, figures }, aside }: PrecisionRecallProps) {
  return (
    <Figure
      name="Precision against recall"
      height={150}
      aside={aside}
      table={tableOf(curve)}
      empty={curve.length === 0 ? 'None of these sessions is labelled as an anomaly.' : undefined}
    >
      <Plot curve={curve} figures={figures} />
    </Figure>
  );
}

function tableOf(curve: DetectorEvaluation['curve']): FigureTable {
  return {
    columns: [
      { title: 'Surprise above', kind: 'number', format: formatThreshold },
      { title: 'Recall', kind: 'number', format: formatShare },
      { title: 'Precision', kind: 'number', format: formatShare },
      { title: 'F1', kind: 'number', format: (f1) => f1.toFixed(3) },
    ],
    rows: curve.map(({ threshold, precision, recall, f1 }) => [threshold, recall, precision, f1]),
  };
}

function formatThreshold(threshold: number): string {
  return Number.isFinite(threshold) ? `${threshold.toFixed(2)} nats` : 'anything';
}
