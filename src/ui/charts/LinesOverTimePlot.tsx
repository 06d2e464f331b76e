import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { SeverityLayers } from '../../core/report/severity-layers.ts';
import { formatCount, formatTime } from '../format.ts';
import { AXIS, formatTick, timeAxis } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { LAYERS } from './layers.ts';
import { PLOT } from './plot.ts';

interface Props {
  readonly buckets: readonly SeverityLayers[];
  readonly timed: boolean;
}

export function LinesOverTimePlot({ buckets, timed }: Props) {
  const format = timed ? timeAxis(buckets[0]?.from ?? 0, buckets.at(-1)?.from ?? 0).format : lineTick;
  return (
    <BarChart {...PLOT} title="Lines over time" data={[...buckets]} barCategoryGap={1}>
      <XAxis {...AXIS} dataKey="from" tickFormatter={format} minTickGap={48} interval="preserveStart" />
      <YAxis {...AXIS} width={44} tickFormatter={formatTick} tickCount={4} allowDecimals={false} />
      <Tooltip
        content={<ChartTip tipOf={timed ? describeTime : describeLine} />}
        cursor={{ fill: 'var(--hover)' }}
        isAnimationActive={false}
      />
      {LAYERS.map(({ part, colour }) => (
        <Bar key={part} dataKey={part} stackId="lines" fill={colour} isAnimationActive={false} />
      ))}
    </BarChart>
  );
}

function lineTick(from: number): string {
  return formatTick(from + 1);
}

function describeTime(bucket: SeverityLayers): Tip {
  return { title: `From ${formatTime(Math.round(bucket.from))}`, rows: partsOf(bucket) };
}

function describeLine(bucket: SeverityLayers): Tip {
  return { title: `From line ${formatCount(bucket.from + 1)}`, rows: partsOf(bucket) };
}

function partsOf({ lines, warnings, errors }: SeverityLayers): Tip['rows'] {
  return [
    { label: 'lines', value: formatCount(lines) },
    { label: 'warnings', value: formatCount(warnings) },
    { label: 'errors', value: formatCount(errors) },
  ];
}
