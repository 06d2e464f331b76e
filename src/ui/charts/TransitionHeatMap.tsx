import { useMemo } from 'react';
import { formatCount, formatShare } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { SessionReport, TemplateRow } from '../../core/report/log-report.ts';
import { namedText } from '../../core/report/template-names.ts';
import { type TransitionCell, transitionCells } from '../../core/report/transition-cells.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { HeatMap, type HeatMapAxis } from './HeatMap.tsx';

const ROW_HEIGHT = 17;
/** The ids of the columns over the rows, and the line of text under them. */
const AROUND = 58;

interface TransitionHeatMapProps {
  readonly transitions: SessionReport['transitions'];
  /** Texts of the keys. */
  readonly templates: readonly TemplateRow[];
}

/** What follows what inside sessions, as a share of all that followed. */
export function TransitionHeatMap({ transitions, templates }: TransitionHeatMapProps) {
  const cells = useMemo(() => transitionCells(transitions), [transitions]);
  const axes = useMemo(() => axesOf(transitions, templates), [transitions, templates]);
  return (
    <Figure
      name="What follows what"
      height={axes.rows.length * ROW_HEIGHT + AROUND}
      table={useMemo(() => tableOf(cells, axes), [cells, axes])}
      empty={cells.length === 0 ? 'There are no sessions, so nothing follows anything.' : undefined}
    >
      <HeatMap name="What follows what" {...axes} cells={cells} rowHeight={ROW_HEIGHT} sentenceOf={sentenceBy(axes)} />
    </Figure>
  );
}

interface Axes {
  readonly rows: readonly HeatMapAxis[];
  readonly columns: readonly HeatMapAxis[];
}

function axesOf({ keys }: SessionReport['transitions'], templates: readonly TemplateRow[]): Axes {
  const textOf = new Map(
    templates.map((template) => [template.key, visibleText(namedText(template.text, template.name))]),
  );
  const known = keys.map((key) => ({ short: String(key), text: textOf.get(key) ?? '' }));
  return {
    rows: [...known, { short: '', text: 'beginning of a session' }],
    columns: [...known, { short: 'end', text: 'end of a session' }],
  };
}

function sentenceBy({ rows, columns }: Axes) {
  return ({ row, column, count, share }: TransitionCell) => {
    const [from, to] = [rows[row], columns[column]];
    return `After “${from?.text}” came “${to?.text}”: ${formatCount(count)} times, ${formatShare(share)} of what followed.`;
  };
}

function tableOf(cells: readonly TransitionCell[], { rows, columns }: Axes): FigureTable {
  return {
    columns: [
      { title: 'After', kind: 'text' },
      { title: 'Came', kind: 'text' },
      { title: 'Times', kind: 'number', format: formatCount },
      { title: 'Share', kind: 'number', format: formatShare },
    ],
    rows: cells.map(({ row, column, count, share }) => [
      rows[row]?.text ?? '',
      columns[column]?.text ?? '',
      count,
      share,
    ]),
  };
}
