import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatProbability, formatShare } from '../../../core/base/format.ts';
import { AXIS, BELOW } from '../../charts/axis.ts';
import { ChartTip, type Tip } from '../../charts/ChartTip.tsx';
import { PLOT } from '../../charts/plot.ts';

/** One change, with the shares of both logs, in [0, 1]. */
export interface ShareBars {
  readonly id: string;
  readonly text: string;
  readonly change: string;
  readonly baseline: number;
  readonly log: number;
  readonly q: number;
}

const LABEL_WIDTH = 240;
const LABEL_LENGTH = 33;

export function ChangedSharesPlot({ bars }: { readonly bars: readonly ShareBars[] }) {
  const texts = new Map(bars.map((bar) => [bar.id, shortened(bar.text)]));
  return (
    <BarChart {...PLOT} title="Changed shares" layout="vertical" data={[...bars]} barCategoryGap={4} barGap={0}>
      <XAxis {...BELOW} type="number" domain={[0, 1]} ticks={[0, 0.25, 0.5, 0.75, 1]} tickFormatter={formatShare} />
      <YAxis
        {...AXIS}
        type="category"
        dataKey="id"
        width={LABEL_WIDTH}
        interval={0}
        tick={({ x, y, payload }) => (
          <text x={x} y={y} dy="0.35em" textAnchor="end" fontSize={11} fill="var(--muted)">
            {texts.get(payload.value)}
          </text>
        )}
      />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} />
      <Bar dataKey="baseline" fill="var(--edge)" isAnimationActive={false} minPointSize={1} />
      <Bar dataKey="log" fill="var(--accent)" isAnimationActive={false} minPointSize={1} />
    </BarChart>
  );
}

/** The tooltip and the table have the whole text. */
function shortened(text: string): string {
  return text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}\u2026` : text;
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
