import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatShare, formatTime } from '../../core/base/format.ts';
import type { FlaggedBin, FlaggedOverTime } from '../../core/drift/flagged-share.ts';
import type { Share } from '../../core/evaluate/interval.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below, CURSOR, timeAxis } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { ALLOWED_AREA, FLAGGED_SHARE_LINE, INTERVAL_AREA } from './flagged-legend.ts';
import { PLOT } from './plot.ts';

interface Props {
  readonly overTime: FlaggedOverTime;
  readonly allowed: Share;
}

export function FlaggedOverTimePlot({ overTime, allowed }: Props) {
  const scale = useTextScale();
  const { axis, bins } = overTime;
  const largest = Math.max(allowed.high, ...bins.map(({ share }) => share.high));
  return (
    <ComposedChart {...PLOT} title="Flagged sessions" data={[...bins]}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis {...below(scale)} dataKey="from" type="number" {...placeAxis(overTime)} />
      <YAxis {...AXIS} width={52 * scale} {...axisFromZero(largest, 'real')} tickFormatter={formatShare} />
      <Tooltip
        content={<ChartTip tipOf={(bin: FlaggedBin) => binTip(bin, axis)} />}
        cursor={CURSOR}
        isAnimationActive={false}
      />
      <Area
        dataKey={({ share }: FlaggedBin) => [share.low, share.high]}
        stroke="none"
        fill={INTERVAL_AREA.colour}
        fillOpacity={1}
        isAnimationActive={false}
      />
      <Line
        dataKey={({ share }: FlaggedBin) => share.value}
        stroke={FLAGGED_SHARE_LINE.colour}
        strokeWidth={2}
        dot={false}
        isAnimationActive={false}
      />
      <ReferenceLine y={allowed.high} stroke={ALLOWED_AREA.colour} strokeDasharray="4 3" />
    </ComposedChart>
  );
}

function placeAxis({ axis, bins }: FlaggedOverTime) {
  const first = bins[0]?.from ?? 0;
  const last = bins.at(-1)?.from ?? 1;
  const domain: [number, number] = first < last ? [first, last] : [first - 1, last + 1];
  if (axis === 'line') return { domain, ticks: linearTicks(...domain, 5), tickFormatter: formatCount };
  const { ticks, format } = timeAxis(...domain);
  return { domain, ticks: ticks.length > 0 ? ticks : [first], tickFormatter: format };
}

function binTip({ from, sessions, flagged, share }: FlaggedBin, axis: FlaggedOverTime['axis']): Tip {
  return {
    title: axis === 'time' ? `From ${formatTime(from)}` : `From line ${formatCount(from)}`,
    rows: [
      { label: 'flagged', value: `${formatCount(flagged)} of ${formatCount(sessions)}` },
      { label: 'share', value: formatShare(share.value) },
      { label: '95 % interval', value: `${formatShare(share.low)} to ${formatShare(share.high)}` },
    ],
  };
}
