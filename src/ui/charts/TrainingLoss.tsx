import { useMemo, useState } from 'react';
import { drawnEpochs, type LossPoint, smoothEpochs } from '../../core/report/loss-curve.ts';
import type { EpochLog } from '../../core/sequence/key-model.ts';
import { Button } from '../widgets/Button.tsx';
import { MOST_MARKS } from './axis.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import type { LegendEntry } from './Legend.tsx';
import { lazyPlot } from './lazy-plot.ts';
import { EARLIER_LINE, formatLoss, RAW_LINE, TRAINING_LINE, VALIDATION_LINE } from './loss.ts';

const Plot = lazyPlot(async () => (await import('./TrainingLossPlot.tsx')).TrainingLossPlot);

/** Of an earlier run; they are there to compare with. */
const EARLIER_MARKS = 60;

/** A run that ended before the one that is drawn. */
export interface EarlierRun {
  readonly number: number;
  readonly epochs: readonly EpochLog[];
}

interface TrainingLossProps {
  readonly epochs: readonly EpochLog[];
  /** Marked on the curve; counts from 1. */
  readonly bestEpoch: number | undefined;
  readonly earlier?: readonly EarlierRun[];
}

const NONE: readonly EarlierRun[] = [];

/** Loss on training and held-out events after each epoch, as it falls. */
export function TrainingLoss({ epochs, bestEpoch, earlier = NONE }: TrainingLossProps) {
  const [logarithmic, setLogarithmic] = useState(false);
  const [isSmooth, setSmooth] = useState(true);
  const [byTime, setByTime] = useState(false);
  const points = useMemo(() => smoothEpochs(epochs), [epochs]);
  const drawn = useMemo(() => drawnEpochs(points, MOST_MARKS / 2), [points]);
  const others = useMemo(() => earlier.map(thinned), [earlier]);
  const canSmooth = useMemo(() => points.some((point) => point.smoothTrain !== point.trainLoss), [points]);
  return (
    <Figure
      name="Training loss"
      height={240}
      table={useMemo(() => tableOf(drawn), [drawn])}
      empty={epochs.length === 0 ? 'The first epoch over the training windows is not done yet.' : undefined}
      legend={legendOf(canSmooth && isSmooth, others.length > 0)}
      aside={
        <>
          {canSmooth && (
            <Button variant="quiet" aria-pressed={isSmooth} onClick={() => setSmooth(!isSmooth)}>
              Smooth
            </Button>
          )}
          <Button variant="quiet" aria-pressed={byTime} onClick={() => setByTime(!byTime)}>
            By time
          </Button>
          <Button variant="quiet" aria-pressed={logarithmic} onClick={() => setLogarithmic(!logarithmic)}>
            Log scale
          </Button>
        </>
      }
    >
      <Plot
        points={drawn}
        bestEpoch={bestEpoch}
        earlier={others}
        byTime={byTime}
        logarithmic={logarithmic}
        smooth={canSmooth && isSmooth}
      />
    </Figure>
  );
}

function thinned({ number, epochs }: EarlierRun): { readonly number: number; readonly epochs: readonly LossPoint[] } {
  return { number, epochs: drawnEpochs(smoothEpochs(epochs), EARLIER_MARKS) };
}

function legendOf(isSmooth: boolean, hasEarlier: boolean): readonly LegendEntry[] {
  const raw = isSmooth ? [RAW_LINE] : [];
  return [TRAINING_LINE, VALIDATION_LINE, ...raw, ...(hasEarlier ? [EARLIER_LINE] : [])];
}

function tableOf(epochs: readonly EpochLog[]): FigureTable {
  return {
    columns: [
      { title: 'Epoch', kind: 'number' },
      { title: 'Training loss', kind: 'number', format: formatLoss },
      { title: 'Validation loss', kind: 'number', format: formatLoss },
      { title: 'Seconds', kind: 'number', format: (seconds) => seconds.toFixed(2) },
    ],
    rows: epochs.map(({ epoch, trainLoss, validationLoss, seconds }) => [epoch, trainLoss, validationLoss, seconds]),
  };
}
