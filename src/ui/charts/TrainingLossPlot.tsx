import { CartesianGrid, type LabelProps, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatSeconds } from '../../core/base/format.ts';
import { linearTicks, logTicks } from '../../core/report/axis-ticks.ts';
import type { LossPoint } from '../../core/report/loss-curve.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, axisFromZero, below, CHART_TEXT, CURSOR, passTicks } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { EARLIER_LINE, formatLoss, RAW_LINE, TRAINING_LINE, VALIDATION_LINE } from './loss.ts';
import { PLOT } from './plot.ts';

interface Props {
  readonly points: readonly LossPoint[];
  readonly bestEpoch: number | undefined;
  readonly earlier: readonly { readonly number: number; readonly epochs: readonly LossPoint[] }[];
  /** Losses over the seconds of training instead of its epochs. */
  readonly byTime: boolean;
  readonly logarithmic: boolean;
  readonly smooth: boolean;
}

export function TrainingLossPlot({ points, bestEpoch, earlier, byTime, logarithmic, smooth }: Props) {
  const scale = useTextScale();
  const all = [points, ...earlier.map((run) => run.epochs)];
  const measure = byTime ? 'elapsed' : 'epoch';
  const last = Math.max(...all.map((run) => run.at(-1)?.[measure] ?? 1));
  const best = points.find(({ epoch }) => epoch === bestEpoch);
  const dot = points.length < 3;
  return (
    <LineChart {...PLOT} title="Training loss" data={[...points]}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis {...below(scale)} dataKey={measure} type="number" {...(byTime ? secondsAxis(last) : epochAxis(last))} />
      <YAxis {...AXIS} width={44 * scale} {...lossAxis(all.flat(), logarithmic)} />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      {best && (
        <ReferenceLine
          x={best[measure]}
          stroke="var(--text)"
          strokeDasharray="3 3"
          label={markLabel(`best, epoch ${best.epoch}`, best[measure] > last / 2, 'var(--text)')}
        />
      )}
      {diverged(points).map((point) => (
        <ReferenceLine
          key={point.epoch}
          x={point[measure]}
          stroke="var(--error)"
          label={{
            ...markLabel(`\u2715 not a number, epoch ${point.epoch}`, true, 'var(--error)'),
            position: 'insideRight',
          }}
        />
      ))}
      {smooth && RAW.map((loss) => <Line {...LINE} {...BEHIND} key={loss} dataKey={finite(loss)} />)}
      <Line {...LINE} dataKey={finite(smooth ? 'smoothTrain' : 'trainLoss')} stroke={TRAINING_LINE.colour} dot={dot} />
      <Line
        {...LINE}
        dataKey={finite(smooth ? 'smoothValidation' : 'validationLoss')}
        stroke={VALIDATION_LINE.colour}
        strokeDasharray="4 3"
        dot={dot}
      />
      {earlier.map(({ number, epochs }, run) => (
        <Line
          {...LINE}
          key={number}
          data={[...epochs]}
          dataKey={finite('smoothValidation')}
          stroke={EARLIER_LINE.colour}
          strokeWidth={1}
          strokeDasharray="2 3"
          dot={false}
          activeDot={false}
          label={runLabel(number, epochs.length - 1, run)}
        />
      ))}
    </LineChart>
  );
}

const LINE = { strokeWidth: 2, isAnimationActive: false, type: 'linear' } as const;

const LABEL_HEIGHT = 11;
const RAW = ['trainLoss', 'validationLoss'] as const;
const BEHIND = { strokeWidth: 1, stroke: RAW_LINE.colour, dot: false, activeDot: false } as const;

type Loss = (typeof RAW)[number] | 'smoothTrain' | 'smoothValidation';

function finite(name: Loss) {
  return (epoch: LossPoint) => (Number.isFinite(epoch[name]) ? epoch[name] : undefined);
}

function markLabel(value: string, toTheLeft: boolean, fill: string) {
  return { value, fill, fontSize: CHART_TEXT, position: toTheLeft ? 'insideTopRight' : 'insideTopLeft' } as const;
}

/** Over the last point of an earlier run, each higher than the one before: runs end where others do. */
function runLabel(number: number, lastIndex: number, place: number) {
  return ({ x, y, index }: LabelProps) =>
    index === lastIndex ? (
      <text x={Number(x)} y={Number(y) - 5 - LABEL_HEIGHT * place} fontSize={11} textAnchor="end" fill="var(--muted)">
        {`run ${number}`}
      </text>
    ) : null;
}

/** The first epoch whose loss is not a number: all later ones follow from it. */
function diverged(epochs: readonly LossPoint[]): LossPoint[] {
  const first = epochs.find((epoch) => !Number.isFinite(epoch.trainLoss));
  return first ? [first] : [];
}

function epochAxis(last: number) {
  return { domain: [1, Math.max(2, last)] as [number, number], ticks: passTicks(last) };
}

function secondsAxis(last: number) {
  return { domain: [0, last] as [number, number], ticks: linearTicks(0, last, 6), tickFormatter: formatSeconds };
}

function lossAxis(epochs: readonly LossPoint[], logarithmic: boolean) {
  const losses = epochs.flatMap((epoch) => [epoch.trainLoss, epoch.validationLoss]);
  const drawable = losses.filter((loss) => Number.isFinite(loss) && loss > 0);
  if (!logarithmic || drawable.length === 0) {
    return { ...axisFromZero(Math.max(0, ...drawable), 'real'), tickFormatter: String };
  }
  const ticks = logTicks(Math.min(...drawable), Math.max(...drawable));
  const domain: [number, number] = [ticks[0] ?? 0.1, ticks.at(-1) ?? 1];
  return { ticks, scale: 'log' as const, domain, allowDataOverflow: true };
}

function describe({ epoch, trainLoss, validationLoss, seconds, elapsed }: LossPoint): Tip {
  return {
    title: `Epoch ${epoch}`,
    rows: [
      { label: 'training', value: formatLoss(trainLoss) },
      { label: 'held-out', value: formatLoss(validationLoss) },
      { label: 'took', value: formatSeconds(seconds) },
      { label: 'after', value: formatSeconds(elapsed) },
    ],
  };
}
