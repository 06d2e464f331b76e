import { Bar, BarChart, Rectangle, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount } from '../../core/base/format.ts';
import { AXIS, axisFromZero, BELOW } from './axis.ts';
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
const LABEL_LENGTH = 33;

export function TemplatesByCountPlot({ bars }: { readonly bars: readonly TemplateBar[] }) {
  const texts = new Map(bars.map((bar) => [bar.id, shortened(bar.text)]));
  return (
    <BarChart {...PLOT} title="Templates by count" layout="vertical" data={[...bars]} barCategoryGap={4}>
      <XAxis {...BELOW} type="number" {...axisFromZero(Math.max(...bars.map((bar) => bar.lines)), 'whole')} />
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

/** The tooltip and the table have the whole text. */
function shortened(text: string): string {
  return text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}\u2026` : text;
}

function describe({ text, lines }: TemplateBar): Tip {
  return { title: text, rows: [{ label: 'lines', value: formatCount(lines) }] };
}
