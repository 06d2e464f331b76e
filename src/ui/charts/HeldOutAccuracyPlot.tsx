import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatShare } from '../../core/base/format.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import type { EpochLog } from '../../core/sequence/key-model.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, below, CURSOR, passTicks } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PLOT } from './plot.ts';

export function HeldOutAccuracyPlot({ epochs }: { readonly epochs: readonly EpochLog[] }) {
  const scale = useTextScale();
  const last = epochs.at(-1)?.epoch ?? 1;
  const lowest = Math.min(...epochs.map(({ accuracy = 1 }) => accuracy));
  const ticks = [...new Set([...linearTicks(Math.min(lowest, 0.99), 1, 4), 1])];
  return (
    <LineChart {...PLOT} title="Held-out accuracy" data={[...epochs]}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis {...below(scale)} dataKey="epoch" type="number" domain={[1, Math.max(2, last)]} ticks={passTicks(last)} />
      <YAxis
        {...AXIS}
        width={60 * scale}
        domain={[Math.min(lowest, 0.99), 1]}
        ticks={ticks}
        tickFormatter={formatShare}
      />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      <Line
        dataKey="accuracy"
        type="linear"
        stroke="var(--c-end)"
        strokeWidth={2}
        dot={epochs.length < 3}
        isAnimationActive={false}
      />
    </LineChart>
  );
}

function describe({ epoch, accuracy = Number.NaN }: EpochLog): Tip {
  return { title: `Epoch ${epoch}`, rows: [{ label: 'among the likeliest', value: formatShare(accuracy) }] };
}
