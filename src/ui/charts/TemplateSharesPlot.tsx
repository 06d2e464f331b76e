import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatShare } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { TemplateDrift } from '../../core/drift/template-drift.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';
import { BEFORE_AREA, NOW_AREA } from './shares-legend.ts';
import { TEMPLATE_AXIS, templateTick } from './template-tick.tsx';

export function TemplateSharesPlot({ rows }: { readonly rows: readonly TemplateDrift[] }) {
  const scale = useTextScale();
  const texts = new Map(rows.map(({ key, text }) => [key as number, visibleText(text)]));
  const largest = Math.max(...rows.flatMap(({ before, now }) => [before.share, now.share]));
  return (
    <BarChart {...PLOT} title="Template shares" layout="vertical" data={[...rows]} barCategoryGap={5} barGap={1}>
      <XAxis {...below(scale)} type="number" {...axisFromZero(largest, 'real')} tickFormatter={formatShare} />
      <YAxis {...AXIS} {...TEMPLATE_AXIS} dataKey="key" tick={templateTick(texts, scale)} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} />
      <Bar dataKey={(row: TemplateDrift) => row.before.share} fill={BEFORE_AREA.colour} isAnimationActive={false} />
      <Bar dataKey={(row: TemplateDrift) => row.now.share} fill={NOW_AREA.colour} isAnimationActive={false} />
    </BarChart>
  );
}

function describe({ text, before, now }: TemplateDrift): Tip {
  return {
    title: visibleText(text),
    rows: [
      { label: 'in training', value: formatShare(before.share) },
      { label: 'now', value: formatShare(now.share) },
    ],
  };
}
