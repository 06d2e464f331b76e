import { lazy, useMemo } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import type { LogReport } from '../../core/report/log-report.ts';
import { type SeverityLayers, severityLayers } from '../../core/report/severity-layers.ts';
import { Figure, type FigureTable } from './Figure.tsx';
import { LAYERS } from './layers.ts';

const Plot = lazy(() => import('./LinesOverTimePlot.tsx').then((module) => ({ default: module.LinesOverTimePlot })));

/** Lines along the log, errors and warnings at the bottom of each bar. */
export function LinesOverTime({ log }: { readonly log: LogReport }) {
  const buckets = useMemo(() => severityLayers(log.buckets), [log.buckets]);
  const timed = log.span !== undefined;
  return (
    <Figure
      name="Lines over time"
      height={160}
      table={tableOf(buckets, timed)}
      empty={buckets.length === 0 ? 'There are no lines to count.' : undefined}
      legend={LAYERS}
    >
      <Plot buckets={buckets} timed={timed} />
    </Figure>
  );
}

function tableOf(buckets: readonly SeverityLayers[], timed: boolean): FigureTable {
  return {
    columns: [
      { title: timed ? 'From (UTC)' : 'From line', kind: timed ? 'text' : 'number' },
      { title: 'Lines', kind: 'number' },
      { title: 'Warnings', kind: 'number' },
      { title: 'Errors', kind: 'number' },
    ],
    rows: buckets.map(({ from, lines, warnings, errors }) => [
      timed ? formatTime(Math.round(from)) : formatCount(from + 1),
      formatCount(lines),
      formatCount(warnings),
      formatCount(errors),
    ]),
  };
}
