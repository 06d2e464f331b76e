import { useMemo } from 'react';
import { formatCount, formatNumberOf } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import { type CommonTemplates, commonTemplates } from '../../core/report/common-templates.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { namedText } from '../../core/report/template-names.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';
import type { TemplateBar } from './TemplatesByCountPlot.tsx';

const Plot = lazyPlot(async () => (await import('./TemplatesByCountPlot.tsx')).TemplatesByCountPlot);

const MOST_BARS = 20;
const BAR_HEIGHT = 20;
const AXIS_HEIGHT = 32;

/** The templates with the most lines, and all others as one bar. */
export function TemplatesByCount({ templates }: { readonly templates: readonly TemplateRow[] }) {
  const bars = useMemo(() => barsOf(commonTemplates(templates, MOST_BARS)), [templates]);
  return (
    <Figure
      name="Templates by count"
      height={bars.length * BAR_HEIGHT + AXIS_HEIGHT}
      table={tableOf(bars)}
      empty={templates.length === 0 ? 'No template has been found yet.' : undefined}
    >
      <Plot bars={bars} />
    </Figure>
  );
}

function barsOf({ rows, rest }: CommonTemplates): TemplateBar[] {
  const bars = rows.map((row) => ({
    id: row.key,
    text: visibleText(namedText(row.text, row.name)),
    lines: row.count,
    isRest: false,
  }));
  if (rest.templates === 0) return bars;
  const text = formatNumberOf(rest.templates, 'other template');
  return [...bars, { id: -1, text, lines: rest.lines, isRest: true }];
}

function tableOf(bars: readonly TemplateBar[]): FigureTable {
  return {
    columns: [
      { title: 'Template', kind: 'text' },
      { title: 'Lines', kind: 'number', format: formatCount },
    ],
    rows: bars.map((bar) => [bar.text, bar.lines]),
  };
}
