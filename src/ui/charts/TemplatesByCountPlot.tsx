import { Bar, BarChart, Rectangle, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount } from '../format.ts';
import { AXIS, formatTick } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';

export interface TemplateBar {
  /** -1 for the rest. */
  readonly id: number;
  readonly text: string;
  readonly lines: number;
  readonly isRest: boolean;
}

const LABEL_WIDTH = 240;
const LABEL_LENGTH = 38;

export function TemplatesByCountPlot({ bars }: { readonly bars: readonly TemplateBar[] }) {
  const texts = new Map(bars.map((bar) => [bar.id, shortened(bar.text)]));
  return (
    <BarChart {...PLOT} title="Templates by count" layout="vertical" data={[...bars]} barCategoryGap={4}>
      <XAxis {...AXIS} type="number" tickFormatter={formatTick} />
      <YAxis
        {...AXIS}
        type="category"
        dataKey="id"
        width={LABEL_WIDTH}
        interval={0}
        tickFormatter={(id: number) => texts.get(id) ?? ''}
      />
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

/** Axis labels do not wrap well; the tooltip and the table have the whole text. */
function shortened(text: string): string {
  return text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}\u2026` : text;
}

function describe({ text, lines }: TemplateBar): Tip {
  return { title: text, rows: [{ label: 'lines', value: formatCount(lines) }] };
}
