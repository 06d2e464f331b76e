import { Bar, BarChart, Rectangle, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount } from '../../core/base/format.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';
import { TEMPLATE_AXIS, templateTick } from './template-tick.tsx';

export interface TemplateBar {
  /** -1 for the rest. */
  readonly id: number;
  readonly text: string;
  readonly lines: number;
  readonly isRest: boolean;
}

export function TemplatesByCountPlot({ bars }: { readonly bars: readonly TemplateBar[] }) {
  const scale = useTextScale();
  const texts = new Map(bars.map((bar) => [bar.id, bar.text]));
  return (
    <BarChart {...PLOT} title="Templates by count" layout="vertical" data={[...bars]} barCategoryGap={4}>
      <XAxis {...below(scale)} type="number" {...axisFromZero(Math.max(...bars.map((bar) => bar.lines)), 'whole')} />
      <YAxis {...AXIS} {...TEMPLATE_AXIS} dataKey="id" tick={templateTick(texts, scale)} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} />
      <Bar
        dataKey="lines"
        isAnimationActive={false}
        shape={({ payload, isActive: _, ...bar }) => (
          <Rectangle {...bar} fill={payload.isRest ? 'var(--edge)' : 'var(--accent)'} />
        )}
      />
    </BarChart>
  );
}

function describe({ text, lines }: TemplateBar): Tip {
  return { title: text, rows: [{ label: 'lines', value: formatCount(lines) }] };
}
