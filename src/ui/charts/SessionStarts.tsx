import { useMemo } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import type { SessionReport } from '../../core/report/log-report.ts';
import { type SessionStarts as Starts, sessionStarts } from '../../core/report/session-starts.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';
import { START_LAYERS } from './start-layers.ts';

const Plot = lazyPlot(async () => (await import('./SessionStartsPlot.tsx')).SessionStartsPlot);

/** Bars wide enough to point at. */
const MOST_BARS = 120;

/** When sessions begin, by their part. */
export function SessionStarts({ sessions }: { readonly sessions: SessionReport }) {
  const starts = useMemo(() => sessionStarts(sessions, MOST_BARS), [sessions]);
  const present = START_LAYERS.filter(({ part }) => starts.buckets.some((bucket) => bucket[part] > 0));
  return (
    <Figure
      name="Session starts"
      height={160}
      table={useMemo(() => tableOf(starts), [starts])}
      empty={starts.buckets.length === 0 ? 'There are no sessions to count.' : undefined}
      legend={present}
    >
      <Plot starts={starts} />
    </Figure>
  );
}

const COUNT = { kind: 'number', format: formatCount } as const;

function tableOf({ axis, buckets }: Starts): FigureTable {
  return {
    columns: [
      axis === 'time' ? { title: 'From (UTC)', kind: 'text' } : { ...COUNT, title: 'From line' },
      ...START_LAYERS.map(({ label }) => ({ ...COUNT, title: `${label[0]?.toUpperCase()}${label.slice(1)}` })),
    ],
    rows: buckets.map((bucket) => [
      axis === 'time' ? formatTime(Math.round(bucket.from)) : Math.round(bucket.from),
      ...START_LAYERS.map(({ part }) => bucket[part]),
    ]),
  };
}
