import { useMemo } from 'react';
import { BarChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import type { SessionStarts, StartBucket } from '../../core/report/session-starts.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below, timeAxis } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT, UNDRAWN } from './plot.ts';
import { StackedBars } from './StackedBars.tsx';
import { START_LAYERS } from './start-layers.ts';

/** Between bars, in pixels. */
const GAP = 2;

export function SessionStartsPlot({ starts: { axis, end, buckets } }: { readonly starts: SessionStarts }) {
  const scale = useTextScale();
  const first = buckets[0]?.from ?? 0;
  const step = (end - first) / Math.max(1, buckets.length);
  const most = Math.max(...buckets.map(sessionsIn));
  const layers = useMemo(
    () => START_LAYERS.map(({ part, colour }) => ({ colour, heights: buckets.map((bucket) => bucket[part]) })),
    [buckets],
  );
  const format =
    axis === 'time' ? (from: number) => formatTime(Math.round(from)) : (from: number) => `line ${formatCount(from)}`;
  return (
    <BarChart {...PLOT} title="Session starts" data={[...buckets]}>
      <XAxis
        {...below(scale)}
        dataKey={(bucket: StartBucket) => bucket.from + step / 2}
        type="number"
        domain={[first, end]}
        {...placeTicks(axis, first, end)}
      />
      <YAxis {...AXIS} width={44 * scale} {...axisFromZero(most, 'whole')} />
      <Tooltip
        content={<ChartTip tipOf={(bucket: StartBucket) => tipOf(bucket, format)} />}
        cursor={{ fill: 'var(--hover)' }}
        isAnimationActive={false}
      />
      <Line dataKey={sessionsIn} {...UNDRAWN} />
      <StackedBars place={{ first, step, gap: GAP }} layers={layers} />
    </BarChart>
  );
}

function sessionsIn(bucket: StartBucket): number {
  return START_LAYERS.reduce((sum, { part }) => sum + bucket[part], 0);
}

function placeTicks(axis: SessionStarts['axis'], first: number, end: number) {
  if (axis === 'line') return { ticks: linearTicks(first, end, 6), tickFormatter: formatCount };
  const { ticks, format } = timeAxis(first, end);
  return { ticks, tickFormatter: format };
}

function tipOf(bucket: StartBucket, format: (from: number) => string): Tip {
  return {
    title: `From ${format(bucket.from)}`,
    rows: START_LAYERS.filter(({ part }) => bucket[part] > 0).map(({ part, label }) => ({
      label,
      value: formatCount(bucket[part]),
    })),
  };
}
