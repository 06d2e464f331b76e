import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatSeconds } from '../../core/base/format.ts';
import { linearTicks, logTicks } from '../../core/report/axis-ticks.ts';
import type { EpochLog } from '../../core/sequence/key-model.ts';
import { AXIS, axisFromZero, BELOW, CURSOR } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { formatLoss, TRAINING_LINE, VALIDATION_LINE } from './loss.ts';
import { PLOT } from './plot.ts';

interface Props {
  readonly epochs: readonly EpochLog[];
  readonly bestEpoch: number | undefined;
  readonly logarithmic: boolean;
}

export function TrainingLossPlot({ epochs, bestEpoch, logarithmic }: Props) {
  const last = epochs.at(-1)?.epoch ?? 1;
  return (
    <LineChart {...PLOT} title="Training loss" data={[...epochs]}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis {...BELOW} dataKey="epoch" type="number" domain={[1, Math.max(2, last)]} ticks={passTicks(last)} />
      <YAxis {...AXIS} width={44} {...lossAxis(epochs, logarithmic)} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      {bestEpoch !== undefined && (
        <ReferenceLine
          x={bestEpoch}
          stroke="var(--text)"
          strokeDasharray="3 3"
          label={markLabel(`best, epoch ${bestEpoch}`, bestEpoch > last / 2, 'var(--text)')}
        />
      )}
      {diverged(epochs).map((epoch) => (
        <ReferenceLine
          key={epoch}
          x={epoch}
          stroke="var(--error)"
          label={{ ...markLabel('\u2715 not a number', true, 'var(--error)'), position: 'insideRight' }}
        />
      ))}
      <Line {...LINE} dataKey={finite('trainLoss')} stroke={TRAINING_LINE.colour} dot={epochs.length < 3} />
      <Line
        {...LINE}
        dataKey={finite('validationLoss')}
        stroke={VALIDATION_LINE.colour}
        strokeDasharray="4 3"
        dot={epochs.length < 3}
      />
    </LineChart>
  );
}

const LINE = { strokeWidth: 2, isAnimationActive: false, type: 'linear' } as const;

function finite(name: 'trainLoss' | 'validationLoss') {
  return (epoch: EpochLog) => (Number.isFinite(epoch[name]) ? epoch[name] : undefined);
}

function markLabel(value: string, toTheLeft: boolean, fill: string) {
  return { value, fill, fontSize: 11, position: toTheLeft ? 'insideTopRight' : 'insideTopLeft' } as const;
}

/** The first epoch whose loss is not a number: all later ones follow from it. */
function diverged(epochs: readonly EpochLog[]): number[] {
  const first = epochs.find((epoch) => !Number.isFinite(epoch.trainLoss));
  return first ? [first.epoch] : [];
}

function lossAxis(epochs: readonly EpochLog[], logarithmic: boolean) {
  const losses = epochs.flatMap((epoch) => [epoch.trainLoss, epoch.validationLoss]);
  const drawable = losses.filter((loss) => Number.isFinite(loss) && loss > 0);
  if (!logarithmic || drawable.length === 0) {
    return { ...axisFromZero(Math.max(0, ...drawable), 'real'), tickFormatter: String };
  }
  const ticks = logTicks(Math.min(...drawable), Math.max(...drawable));
  const domain: [number, number] = [ticks[0] ?? 0.1, ticks.at(-1) ?? 1];
  return { ticks, scale: 'log' as const, domain, allowDataOverflow: true };
}

function passTicks(last: number): number[] {
  return [1, ...linearTicks(0, last, 7).filter((tick) => tick > 1 && Number.isInteger(tick))];
}

function describe({ epoch, trainLoss, validationLoss, seconds }: EpochLog): Tip {
  return {
    title: `Pass ${epoch}`,
    rows: [
      { label: 'training', value: formatLoss(trainLoss) },
      { label: 'held-out', value: formatLoss(validationLoss) },
      { label: 'took', value: formatSeconds(seconds) },
    ],
  };
}
