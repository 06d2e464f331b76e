import { Area, AreaChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount } from '../../core/base/format.ts';
import type { SessionReport } from '../../core/report/log-report.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below, CHART_TEXT, CURSOR, formatTick } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';

type Length = SessionReport['lengths'][number];

interface Props {
  readonly lengths: readonly Length[];
  readonly history: number;
}

export function SessionLengthsPlot({ lengths, history }: Props) {
  const scale = useTextScale();
  const first = lengths[0]?.from ?? 1;
  const longest = lengths.at(-1) ?? { from: 1, sessions: 0 };
  const end = 2 * Math.max(longest.from, history);
  const steps = [...lengths, { from: 2 * longest.from, sessions: 0 }];
  return (
    <AreaChart {...PLOT} title="Session lengths" data={steps}>
      <XAxis
        {...below(scale)}
        dataKey="from"
        type="number"
        scale="log"
        domain={[first, end]}
        ticks={steps.map((step) => step.from)}
        tickFormatter={formatTick}
      />
      <YAxis {...AXIS} width={44 * scale} {...axisFromZero(Math.max(...lengths.map((one) => one.sessions)), 'whole')} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      <Area
        dataKey="sessions"
        type="stepAfter"
        stroke="var(--accent)"
        fill="var(--accent-soft)"
        fillOpacity={1}
        strokeWidth={2}
        isAnimationActive={false}
      />
      <ReferenceLine
        x={history}
        stroke="var(--text)"
        strokeDasharray="3 3"
        label={{
          value: `history, ${history} events`,
          fill: 'var(--text)',
          fontSize: CHART_TEXT,
          position: history * history > first * end ? 'insideTopRight' : 'insideTopLeft',
        }}
      />
    </AreaChart>
  );
}

function describe({ from, sessions }: Length): Tip {
  return {
    title: `From ${formatCount(from)} to ${formatCount(2 * from - 1)} events`,
    rows: [{ label: 'sessions', value: formatCount(sessions) }],
  };
}
