import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatNumberOf } from '../../core/base/format.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import type { GrowthPoint } from '../../core/report/template-growth.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below, CURSOR, formatTick } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';

export function TemplateGrowthPlot({ points }: { readonly points: readonly GrowthPoint[] }) {
  const scale = useTextScale();
  const { lines, templates } = points.at(-1) ?? { lines: 0, templates: 0 };
  return (
    <LineChart {...PLOT} title="Templates against lines" data={[...points]}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis
        {...below(scale)}
        dataKey="lines"
        type="number"
        domain={[0, lines]}
        ticks={linearTicks(0, lines, 6)}
        tickFormatter={formatTick}
      />
      <YAxis {...AXIS} width={44 * scale} {...axisFromZero(templates, 'whole')} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      <Line
        dataKey="templates"
        type="stepAfter"
        stroke="var(--accent)"
        strokeWidth={2}
        dot={false}
        isAnimationActive={false}
      />
    </LineChart>
  );
}

function describe({ lines, templates }: GrowthPoint): Tip {
  return {
    title: `After ${formatNumberOf(lines, 'line')}`,
    rows: [{ label: templates === 1 ? 'template' : 'templates', value: formatCount(templates) }],
  };
}
