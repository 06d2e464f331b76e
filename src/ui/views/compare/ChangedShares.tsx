import { useMemo } from 'react';
import { formatProbability, formatShare } from '../../../core/base/format.ts';
import type { ComparedRow } from '../../../core/report/comparison-report.ts';
import type { TemplateNames } from '../../../core/report/template-names.ts';
import { Figure } from '../../charts/Figure.tsx';
import type { FigureTable } from '../../charts/figure-table.ts';
import type { LegendEntry } from '../../charts/Legend.tsx';
import { lazyPlot } from '../../charts/lazy-plot.ts';
import { useTemplateNames } from '../../template-names.ts';
import type { ShareBars } from './ChangedSharesPlot.tsx';
import { CHANGE_WORDS, rowId, rowText, shareOf } from './change-text.ts';

const Plot = lazyPlot(async () => (await import('./ChangedSharesPlot.tsx')).ChangedSharesPlot);

const MOST_BARS = 8;
const BAR_HEIGHT = 26;
const AXIS_HEIGHT = 32;

const SIDES: readonly LegendEntry[] = [
  { label: 'Baseline', colour: 'var(--edge)', kind: 'area' },
  { label: 'This log', colour: 'var(--accent)', kind: 'area' },
];

/** The shares of both logs beside each other, of what changed most. */
export function ChangedShares({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const names = useTemplateNames();
  const shares = useMemo(() => barsOf(rows, names), [rows, names]);
  if (shares.length === 0) return null;
  const bars = shares.slice(0, MOST_BARS);
  return (
    <Figure
      name="Changed shares"
      legend={SIDES}
      height={bars.length * BAR_HEIGHT + AXIS_HEIGHT}
      table={tableOf(shares)}
    >
      <Plot bars={bars} />
    </Figure>
  );
}

function barsOf(rows: readonly ComparedRow[], names: TemplateNames): readonly ShareBars[] {
  return rows.flatMap((row): readonly ShareBars[] => {
    if (row.is === 'step') return [];
    const { change, q } = row;
    const [baseline, log] = [shareOf(row.baseline), shareOf(row.log)];
    return [{ id: rowId(row), text: rowText(row, names), change: CHANGE_WORDS[change], q, baseline, log }];
  });
}

function tableOf(bars: readonly ShareBars[]): FigureTable {
  return {
    columns: [
      { title: 'Template or way', kind: 'text' },
      { title: 'Change', kind: 'name' },
      { title: 'Baseline', kind: 'number', format: formatShare },
      { title: 'This log', kind: 'number', format: formatShare },
      { title: 'q', kind: 'number', format: formatProbability },
    ],
    rows: bars.map(({ text, change, baseline, log, q }) => [text, change, baseline, log, q]),
  };
}
