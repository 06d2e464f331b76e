import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import type { SeverityLayers } from '../../core/report/severity-layers.ts';
import { AXIS, axisFromZero, BELOW, timeAxis } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { LAYERS } from './layers.ts';
import { PLOT } from './plot.ts';

interface Props {
  readonly buckets: readonly SeverityLayers[];
  readonly timed: boolean;
}

export function LinesOverTimePlot({ buckets, timed }: Props) {
  const first = buckets[0]?.from ?? 0;
  const last = buckets.at(-1)?.from ?? 0;
  const step = buckets.length > 1 ? (last - first) / (buckets.length - 1) : 1;
  const end = last + step;
  const middle = (bucket: SeverityLayers) => bucket.from + step / 2;
  return (
    <BarChart {...PLOT} title="Lines over time" data={[...buckets]} barCategoryGap={1}>
      <XAxis {...BELOW} dataKey={middle} type="number" domain={[first, end]} {...placeTicks(first, end, timed)} />
      <YAxis {...AXIS} width={44} {...axisFromZero(Math.max(...buckets.map((one) => one.lines)), 'whole')} />
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

function placeTicks(first: number, end: number, timed: boolean) {
  if (!timed) return { ticks: linearTicks(first, end, 6), tickFormatter: formatCount };
  const { ticks, format } = timeAxis(first, end);
  return { ticks, tickFormatter: format };
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
