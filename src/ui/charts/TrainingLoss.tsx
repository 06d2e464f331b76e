import { lazy, useMemo, useState } from 'react';
import { drawnEpochs } from '../../core/report/loss-curve.ts';
import type { EpochLog } from '../../core/sequence/key-model.ts';
import { Button } from '../widgets/Button.tsx';
import { MOST_MARKS } from './axis.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { formatLoss, TRAINING_LINE, VALIDATION_LINE } from './loss.ts';

const Plot = lazy(() => import('./TrainingLossPlot.tsx').then((module) => ({ default: module.TrainingLossPlot })));

interface TrainingLossProps {
  readonly epochs: readonly EpochLog[];
  /** Marked on the curve; counts from 1. */
  readonly bestEpoch: number | undefined;
}

/** Loss on training and held-out events after each epoch, as it falls. */
export function TrainingLoss({ epochs, bestEpoch }: TrainingLossProps) {
  const [logarithmic, setLogarithmic] = useState(false);
  const drawn = useMemo(() => drawnEpochs(epochs, MOST_MARKS / 2), [epochs]);
  return (
    <Figure
      name="Training loss"
      height={240}
      table={useMemo(() => tableOf(drawn), [drawn])}
      empty={epochs.length === 0 ? 'The first epoch over the training windows is not done yet.' : undefined}
      legend={[TRAINING_LINE, VALIDATION_LINE]}
      aside={
        <Button variant="quiet" aria-pressed={logarithmic} onClick={() => setLogarithmic(!logarithmic)}>
          Log scale
        </Button>
      }
    >
      <Plot epochs={drawn} bestEpoch={bestEpoch} logarithmic={logarithmic} />
    </Figure>
  );
}

function tableOf(epochs: readonly EpochLog[]): FigureTable {
  return {
    columns: [
      { title: 'Pass', kind: 'number' },
      { title: 'Training loss', kind: 'number', format: formatLoss },
      { title: 'Validation loss', kind: 'number', format: formatLoss },
      { title: 'Seconds', kind: 'number', format: (seconds) => seconds.toFixed(2) },
    ],
    rows: epochs.map(({ epoch, trainLoss, validationLoss, seconds }) => [epoch, trainLoss, validationLoss, seconds]),
  };
}
