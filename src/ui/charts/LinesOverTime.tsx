import { lazy, type ReactNode, useMemo } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import type { LogReport } from '../../core/report/log-report.ts';
import { type SeverityLayers, severityLayers } from '../../core/report/severity-layers.ts';
import type { TrainingPeriod } from '../../core/sequence/split.ts';
import { Figure, type FigureTable } from './Figure.tsx';
import { LAYERS } from './layers.ts';

const Plot = lazy(() => import('./LinesOverTimePlot.tsx').then((module) => ({ default: module.LinesOverTimePlot })));

interface LinesOverTimeProps {
  readonly log: LogReport;
  /** Drawn over the bars. */
  readonly period?: TrainingPeriod | undefined;
  /** Takes the period that is dragged over the chart. */
  readonly onPeriod?: (period: TrainingPeriod) => void;
  /** Below the chart. */
  readonly children?: ReactNode;
}

/** Lines along the log by level, errors and warnings at the bottom of each bar. */
export function LinesOverTime({ log, period, onPeriod, children }: LinesOverTimeProps) {
  const buckets = useMemo(() => severityLayers(log.buckets), [log.buckets]);
  const timed = log.span !== undefined;
  const end = log.span === undefined ? log.lines : log.span.last + 1;
  return (
    <Figure
      name="Lines over time"
      height={160}
      table={tableOf(buckets, timed)}
      empty={buckets.length === 0 ? 'There are no lines to count.' : undefined}
      legend={LAYERS}
      below={children}
    >
      <Plot buckets={buckets} end={end} timed={timed} period={period} onPeriod={onPeriod} />
    </Figure>
  );
}

function tableOf(buckets: readonly SeverityLayers[], timed: boolean): FigureTable {
  return {
    columns: [
      { title: timed ? 'From (UTC)' : 'From line', kind: timed ? 'text' : 'number' },
      { title: 'Lines', kind: 'number' },
      { title: 'Infos', kind: 'number' },
      { title: 'Warnings', kind: 'number' },
      { title: 'Errors', kind: 'number' },
    ],
    rows: buckets.map(({ from, lines, infos, warnings, errors }) => [
      timed ? formatTime(Math.round(from)) : formatCount(Math.floor(from) + 1),
      formatCount(lines),
      formatCount(infos),
      formatCount(warnings),
      formatCount(errors),
    ]),
  };
}
