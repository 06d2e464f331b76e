import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import type { SessionStarts, StartBucket } from '../../core/report/session-starts.ts';
import { AXIS, axisFromZero, BELOW, timeAxis } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';
import { START_LAYERS } from './start-layers.ts';

export function SessionStartsPlot({ starts: { axis, end, buckets } }: { readonly starts: SessionStarts }) {
  const first = buckets[0]?.from ?? 0;
  const step = (end - first) / Math.max(1, buckets.length);
  const most = Math.max(...buckets.map((bucket) => START_LAYERS.reduce((sum, { part }) => sum + bucket[part], 0)));
  const format =
    axis === 'time' ? (from: number) => formatTime(Math.round(from)) : (from: number) => `line ${formatCount(from)}`;
  return (
    <BarChart {...PLOT} title="Session starts" data={[...buckets]} barCategoryGap={1}>
      <XAxis
        {...BELOW}
        dataKey={(bucket: StartBucket) => bucket.from + step / 2}
        type="number"
        domain={[first, end]}
        {...placeTicks(axis, first, end)}
      />
      <YAxis {...AXIS} width={44} {...axisFromZero(most, 'whole')} />
      <Tooltip
        content={<ChartTip tipOf={(bucket: StartBucket) => tipOf(bucket, format)} />}
        cursor={{ fill: 'var(--hover)' }}
        isAnimationActive={false}
      />
      {START_LAYERS.map(({ part, colour }) => (
        <Bar key={part} dataKey={part} stackId="sessions" fill={colour} isAnimationActive={false} />
      ))}
    </BarChart>
  );
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
