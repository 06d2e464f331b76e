import { useMemo } from 'react';
import { formatCount } from '../../core/base/format.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { type GrowthPoint, templateGrowth } from '../../core/report/template-growth.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';

const Plot = lazyPlot(async () => (await import('./TemplateGrowthPlot.tsx')).TemplateGrowthPlot);

const MOST_POINTS = 201;

interface TemplateGrowthProps {
  readonly templates: readonly TemplateRow[];
  /** Of the log. */
  readonly lines: number;
}

/** How many templates had come up after so many lines; it is flat where the log has said what it says. */
export function TemplateGrowth({ templates, lines }: TemplateGrowthProps) {
  const points = useMemo(
    () =>
      templateGrowth(
        templates.map(({ firstLine }) => firstLine),
        lines,
        MOST_POINTS,
      ),
    [templates, lines],
  );
  return (
    <Figure
      name="Templates against lines"
      height={140}
      table={useMemo(() => tableOf(points), [points])}
      empty={templates.length === 0 ? 'No template has been found yet.' : undefined}
    >
      <Plot points={points} />
    </Figure>
  );
}

function tableOf(points: readonly GrowthPoint[]): FigureTable {
  return {
    columns: [
      { title: 'Lines', kind: 'number', format: formatCount },
      { title: 'Templates', kind: 'number', format: formatCount },
    ],
    rows: points.map(({ lines, templates }) => [lines, templates]),
  };
}
