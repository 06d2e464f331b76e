import { CartesianGrid, Line, LineChart, ReferenceDot, Tooltip, XAxis, YAxis } from 'recharts';
import { formatShare } from '../../core/base/format.ts';
import type { CurvePoint } from '../../core/evaluate/curve.ts';
import type { Figures } from '../../core/evaluate/figures.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, below, CHART_TEXT, CURSOR } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';

interface Props {
  readonly curve: readonly CurvePoint[];
  /** At the threshold in force. */
  readonly figures: Figures;
}

const SHARES = { type: 'number', domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormatter: formatShare } as const;

export function PrecisionRecallPlot({ curve, figures: { precision, recall } }: Props) {
  const scale = useTextScale();
  return (
    <LineChart {...PLOT} title="Precision against recall" data={[...curve]}>
      <CartesianGrid stroke="var(--line)" />
      <XAxis {...below(scale)} {...SHARES} dataKey="recall" />
      <YAxis {...AXIS} {...SHARES} width={48 * scale} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      <Line
        dataKey="precision"
        type="linear"
        stroke="var(--accent)"
        strokeWidth={2}
        dot={curve.length < 3}
        isAnimationActive={false}
      />
      {Number.isFinite(precision.value) && (
        <ReferenceDot
          x={recall.value}
          y={precision.value}
          r={4}
          fill="var(--text)"
          stroke="var(--surface)"
          label={{
            value: 'now',
            fill: 'var(--text)',
            fontSize: CHART_TEXT,
            position: precision.value > 0.5 ? 'bottom' : 'top',
          }}
        />
      )}
    </LineChart>
  );
}

function describe({ precision, recall, f1 }: CurvePoint): Tip {
  return {
    title: `F1 ${f1.toFixed(3)}`,
    rows: [
      { label: 'precision', value: formatShare(precision) },
      { label: 'recall', value: formatShare(recall) },
    ],
  };
}
