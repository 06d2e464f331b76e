import { type ReactNode, useMemo } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import type { LogReport } from '../../core/report/log-report.ts';
import { type SeverityLayers, severityLayers } from '../../core/report/severity-layers.ts';
import type { TrainingPeriod } from '../../core/sequence/split.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { LAYERS } from './layers.ts';
import { lazyPlot } from './lazy-plot.ts';

const Plot = lazyPlot(async () => (await import('./LinesOverTimePlot.tsx')).LinesOverTimePlot);

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

const COUNT = { kind: 'number', format: formatCount } as const;

function tableOf(buckets: readonly SeverityLayers[], timed: boolean): FigureTable {
  return {
    columns: [
      timed ? { title: 'From (UTC)', kind: 'text' } : { ...COUNT, title: 'From line' },
      { ...COUNT, title: 'Lines' },
      { ...COUNT, title: 'Infos' },
      { ...COUNT, title: 'Warnings' },
      { ...COUNT, title: 'Errors' },
    ],
    rows: buckets.map(({ from, lines, infos, warnings, errors }) => [
      timed ? formatTime(Math.round(from)) : Math.floor(from) + 1,
      lines,
      infos,
      warnings,
      errors,
    ]),
  };
}
