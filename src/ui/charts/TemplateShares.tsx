import { useMemo } from 'react';
import { formatShare } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { TemplateDrift } from '../../core/drift/template-drift.ts';
import { namedText } from '../../core/report/template-names.ts';
import { useTemplateNames } from '../template-names.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';
import { BEFORE_AREA, NOW_AREA } from './shares-legend.ts';

const Plot = lazyPlot(async () => (await import('./TemplateSharesPlot.tsx')).TemplateSharesPlot);

const MOST_TEMPLATES = 12;
const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 32;

/** The templates whose share of the lines differs most from training. */
export function TemplateShares({ templates }: { readonly templates: readonly TemplateDrift[] }) {
  const { byKey } = useTemplateNames();
  const rows = useMemo(
    () => mostMoved(templates).map((row) => ({ ...row, text: namedText(row.text, byKey.get(row.key)) })),
    [templates, byKey],
  );
  return (
    <Figure
      name="Template shares, in training and now"
      height={rows.length * ROW_HEIGHT + AXIS_HEIGHT}
      legend={[BEFORE_AREA, NOW_AREA]}
      table={tableOf(rows)}
      empty={rows.length === 0 ? 'No template has another share of the lines than in training.' : undefined}
    >
      <Plot rows={rows} />
    </Figure>
  );
}

function mostMoved(templates: readonly TemplateDrift[]): readonly TemplateDrift[] {
  const distance = ({ before, now }: TemplateDrift) => Math.abs(now.share - before.share);
  return templates
    .filter((template) => distance(template) > 0)
    .sort((a, b) => distance(b) - distance(a) || a.key - b.key)
    .slice(0, MOST_TEMPLATES);
}

function tableOf(rows: readonly TemplateDrift[]): FigureTable {
  return {
    columns: [
      { title: 'Template', kind: 'text' },
      { title: 'In training', kind: 'number', format: formatShare },
      { title: 'Now', kind: 'number', format: formatShare },
    ],
    rows: rows.map(({ text, before, now }) => [visibleText(text), before.share, now.share]),
  };
}
