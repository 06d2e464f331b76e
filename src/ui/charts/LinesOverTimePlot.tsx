import { useMemo, useState } from 'react';
import { BarChart, Line, type MouseHandlerDataParam, ReferenceArea, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import type { SeverityLayers } from '../../core/report/severity-layers.ts';
import type { TrainingPeriod } from '../../core/sequence/split.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below, timeAxis } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { LAYERS } from './layers.ts';
import { PLOT, UNDRAWN } from './plot.ts';
import { StackedBars } from './StackedBars.tsx';

interface Props {
  readonly buckets: readonly SeverityLayers[];
  /** Where the last bucket ends. */
  readonly end: number;
  readonly timed: boolean;
  readonly period: TrainingPeriod | undefined;
  readonly onPeriod: ((period: TrainingPeriod) => void) | undefined;
}

/** Buckets that are dragged over, by their indices. */
interface Drag {
  readonly anchor: number;
  readonly head: number;
}

/** So many bars leave no room between them. */
const DENSE = 200;
const GAP = 2;

export function LinesOverTimePlot({ buckets, end, timed, period, onPeriod }: Props) {
  const scale = useTextScale();
  const [drag, setDrag] = useState<Drag>();
  const first = buckets[0]?.from ?? 0;
  const step = (buckets[1]?.from ?? end) - first;
  const layers = useMemo(
    () => LAYERS.map(({ part, colour }) => ({ colour, heights: buckets.map((bucket) => bucket[part]) })),
    [buckets],
  );
  const middle = (bucket: SeverityLayers) => bucket.from + step / 2;
  const dragged = drag && periodOf(drag, buckets, end);
  const shown = dragged ?? period;
  const dragging = onPeriod && {
    onMouseDown: (at: MouseHandlerDataParam) => setDrag(startOf(at)),
    onMouseMove: (at: MouseHandlerDataParam) => setDrag((now) => now && { ...now, head: bucketOf(at) ?? now.head }),
    onMouseUp: () => {
      setDrag(undefined);
      if (dragged !== undefined && drag?.anchor !== drag?.head) onPeriod(dragged);
    },
    onMouseLeave: () => setDrag(undefined),
  };
  return (
    <BarChart
      {...PLOT}
      {...dragging}
      style={{ ...PLOT.style, cursor: onPeriod && 'col-resize', userSelect: 'none' }}
      title="Lines over time"
      data={[...buckets]}
    >
      <XAxis
        {...below(scale)}
        dataKey={middle}
        type="number"
        domain={[first, end]}
        {...placeTicks(first, end, timed)}
      />
      <YAxis {...AXIS} width={44 * scale} {...axisFromZero(Math.max(...buckets.map((one) => one.lines)), 'whole')} />
      <Tooltip
        content={<ChartTip tipOf={timed ? describeTime : describeLine} />}
        cursor={{ fill: 'var(--hover)' }}
        isAnimationActive={false}
      />
      {shown && (
        <ReferenceArea
          x1={Math.max(first, shown.from)}
          x2={Math.min(end, shown.to)}
          fill="var(--accent)"
          fillOpacity={0.18}
          stroke="var(--accent)"
        />
      )}
      <Line dataKey="lines" {...UNDRAWN} />
      <StackedBars place={{ first, step, gap: buckets.length > DENSE ? 0 : GAP }} layers={layers} />
    </BarChart>
  );
}

function bucketOf({ activeTooltipIndex }: MouseHandlerDataParam): number | undefined {
  return activeTooltipIndex === null || activeTooltipIndex === undefined ? undefined : Number(activeTooltipIndex);
}

function startOf(at: MouseHandlerDataParam): Drag | undefined {
  const bucket = bucketOf(at);
  return bucket === undefined ? undefined : { anchor: bucket, head: bucket };
}

function periodOf({ anchor, head }: Drag, buckets: readonly SeverityLayers[], end: number): TrainingPeriod | undefined {
  const from = buckets[Math.min(anchor, head)]?.from;
  const to = buckets[Math.max(anchor, head) + 1]?.from ?? end;
  return from === undefined ? undefined : { from: Math.round(from), to: Math.round(to) };
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
  return { title: `From line ${formatCount(Math.floor(bucket.from) + 1)}`, rows: partsOf(bucket) };
}

function partsOf({ lines, infos, warnings, errors }: SeverityLayers): Tip['rows'] {
  return [
    { label: 'lines', value: formatCount(lines) },
    { label: 'infos', value: formatCount(infos) },
    { label: 'warnings', value: formatCount(warnings) },
    { label: 'errors', value: formatCount(errors) },
  ];
}
