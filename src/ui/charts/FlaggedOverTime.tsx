import { useMemo } from 'react';
import { formatCount, formatShare, formatTime } from '../../core/base/format.ts';
import type { FlaggedOverTime as Flagged } from '../../core/drift/flagged-share.ts';
import type { Share } from '../../core/evaluate/interval.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { ALLOWED_AREA, FLAGGED_SHARE_LINE, INTERVAL_AREA } from './flagged-legend.ts';
import { lazyPlot } from './lazy-plot.ts';

const Plot = lazyPlot(async () => (await import('./FlaggedOverTimePlot.tsx')).FlaggedOverTimePlot);

interface FlaggedOverTimeProps {
  readonly overTime: Flagged;
  /** What the threshold allows. */
  readonly allowed: Share;
}

/** The share of sessions that is flagged, from the beginning of the log to its end. */
export function FlaggedOverTime({ overTime, allowed }: FlaggedOverTimeProps) {
  return (
    <Figure
      name={overTime.axis === 'time' ? 'Flagged sessions over time' : 'Flagged sessions over lines'}
      height={160}
      legend={[FLAGGED_SHARE_LINE, INTERVAL_AREA, ALLOWED_AREA]}
      table={useMemo(() => tableOf(overTime), [overTime])}
      empty={overTime.bins.length < 2 ? 'There are too few sessions to see a course.' : undefined}
    >
      <Plot overTime={overTime} allowed={allowed} />
    </Figure>
  );
}

function tableOf({ axis, bins }: Flagged): FigureTable {
  return {
    columns: [
      axis === 'time' ? { title: 'From (UTC)', kind: 'text' } : { title: 'Line', kind: 'number', format: formatCount },
      { title: 'Sessions', kind: 'number', format: formatCount },
      { title: 'Flagged', kind: 'number', format: formatCount },
      { title: 'Share', kind: 'number', format: formatShare },
      { title: 'At least', kind: 'number', format: formatShare },
      { title: 'At most', kind: 'number', format: formatShare },
    ],
    rows: bins.map(({ from, sessions, flagged, share }) => [
      axis === 'time' ? formatTime(from) : from,
      sessions,
      flagged,
      share.value,
      share.low,
      share.high,
    ]),
  };
}
