import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatProbability } from '../../core/base/format.ts';
import type { ThresholdPoint } from '../../core/report/anomaly-report.ts';
import { logTicks } from '../../core/report/axis-ticks.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below, CHART_TEXT, CURSOR } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';
import { FALSE_ALARM_LINE, FLAGGED_LINE, formatRate } from './threshold.ts';

interface Props {
  /** Rising probability, all above 0. */
  readonly points: readonly ThresholdPoint[];
  /** The present one, where events are judged by their probability and not by their rank. */
  readonly threshold: number | undefined;
  readonly flagged: number;
}

export function FalseAlarmsAgainstThresholdPlot({ points, threshold, flagged }: Props) {
  const scale = useTextScale();
  const lowest = points[0]?.probability ?? 1e-7;
  const highest = points.at(-1)?.probability ?? 1;
  const ticks = logTicks(lowest, highest);
  const marked = threshold === undefined ? undefined : Math.min(Math.max(threshold, lowest), highest);
  return (
    <ComposedChart
      {...PLOT}
      margin={{ ...PLOT.margin, right: 0 }}
      title="False alarms against threshold"
      data={[...points]}
    >
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis
        {...below(scale)}
        dataKey="probability"
        type="number"
        scale="log"
        domain={[lowest, highest]}
        ticks={ticks.filter((tick) => tick >= lowest && tick <= highest)}
        tickFormatter={formatProbability}
        minTickGap={12}
      />
      <YAxis
        {...AXIS}
        yAxisId="falseAlarms"
        width={40 * scale}
        {...axisFromZero(Math.max(...points.map((point) => point.falseAlarms)), 'real')}
      />
      <YAxis
        {...AXIS}
        yAxisId="flagged"
        orientation="right"
        width={36 * scale}
        {...axisFromZero(Math.max(...points.map((point) => point.flagged)), 'whole')}
      />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      <Area
        yAxisId="falseAlarms"
        dataKey="falseAlarms"
        type="stepAfter"
        stroke={FALSE_ALARM_LINE.colour}
        strokeWidth={2}
        fill="var(--accent-soft)"
        fillOpacity={1}
        isAnimationActive={false}
      />
      <Line
        yAxisId="flagged"
        dataKey="flagged"
        type="stepAfter"
        stroke={FLAGGED_LINE.colour}
        strokeWidth={2}
        strokeDasharray="4 3"
        dot={false}
        isAnimationActive={false}
      />
      {marked !== undefined && (
        <ReferenceLine
          yAxisId="falseAlarms"
          x={marked}
          stroke="var(--text)"
          strokeDasharray="3 3"
          label={{
            value: `now, ${formatCount(flagged)} flagged`,
            fill: 'var(--text)',
            fontSize: CHART_TEXT,
            position: marked * marked > lowest * highest ? 'insideTopRight' : 'insideTopLeft',
          }}
        />
      )}
    </ComposedChart>
  );
}

function describe({ probability, falseAlarms, flagged }: ThresholdPoint): Tip {
  return {
    title: `Below ${formatProbability(probability)}`,
    rows: [
      { label: 'false alarms per 1,000', value: formatRate(falseAlarms) },
      { label: 'flagged', value: formatCount(flagged) },
    ],
  };
}
