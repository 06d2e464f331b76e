import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatProbability, formatShare } from '../../../core/base/format.ts';
import { AXIS, below } from '../../charts/axis.ts';
import { ChartTip, type Tip } from '../../charts/ChartTip.tsx';
import { PLOT } from '../../charts/plot.ts';
import { TEMPLATE_AXIS, templateTick } from '../../charts/template-tick.tsx';
import { useTextScale } from '../../text-scale.ts';

/** One change, with the shares of both logs, in [0, 1]. */
export interface ShareBars {
  readonly id: string;
  readonly text: string;
  readonly change: string;
  readonly baseline: number;
  readonly log: number;
  readonly q: number;
}

export function ChangedSharesPlot({ bars }: { readonly bars: readonly ShareBars[] }) {
  const scale = useTextScale();
  const texts = new Map(bars.map((bar) => [bar.id, bar.text]));
  return (
    <BarChart {...PLOT} title="Changed shares" layout="vertical" data={[...bars]} barCategoryGap={4} barGap={0}>
      <XAxis
        {...below(scale)}
        type="number"
        domain={[0, 1]}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        tickFormatter={formatShare}
      />
      <YAxis {...AXIS} {...TEMPLATE_AXIS} dataKey="id" tick={templateTick(texts, scale)} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} />
      <Bar dataKey="baseline" fill="var(--edge)" isAnimationActive={false} minPointSize={1} />
      <Bar dataKey="log" fill="var(--accent)" isAnimationActive={false} minPointSize={1} />
    </BarChart>
  );
}

function describe({ text, change, baseline, log, q }: ShareBars): Tip {
  return {
    title: text,
    rows: [
      { label: 'change', value: change },
      { label: 'baseline', value: formatShare(baseline) },
      { label: 'this log', value: formatShare(log) },
      { label: 'chance (q)', value: formatProbability(q) },
    ],
  };
}
