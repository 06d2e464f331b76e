import { useMemo } from 'react';
import { formatShare } from '../../core/base/format.ts';
import { drawnEpochs } from '../../core/report/loss-curve.ts';
import { ACCURACY_CANDIDATES, type EpochLog } from '../../core/sequence/key-model.ts';
import { MOST_MARKS } from './axis.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';

const Plot = lazyPlot(async () => (await import('./HeldOutAccuracyPlot.tsx')).HeldOutAccuracyPlot);

/** Share of held-out events that were among the likeliest keys, after each epoch. */
export function HeldOutAccuracy({ epochs }: { readonly epochs: readonly EpochLog[] }) {
  const drawn = useMemo(
    () => drawnEpochs(epochs, MOST_MARKS / 2).filter(({ accuracy }) => accuracy !== undefined),
    [epochs],
  );
  return (
    <Figure
      name="Held-out accuracy"
      height={140}
      table={useMemo(() => tableOf(drawn), [drawn])}
      empty={drawn.length === 0 ? emptyText(epochs) : undefined}
      legend={[LINE]}
    >
      <Plot epochs={drawn} />
    </Figure>
  );
}

const LINE = {
  label: `held-out events among the ${ACCURACY_CANDIDATES} likeliest keys`,
  colour: 'var(--c-end)',
  kind: 'line',
} as const;

function emptyText(epochs: readonly EpochLog[]): string {
  return epochs.length === 0
    ? 'The first epoch over the training windows is not done yet.'
    : 'There are no held-out events to measure it on.';
}

function tableOf(epochs: readonly EpochLog[]): FigureTable {
  return {
    columns: [
      { title: 'Epoch', kind: 'number' },
      { title: 'Accuracy', kind: 'number', format: formatShare },
    ],
    rows: epochs.map(({ epoch, accuracy = Number.NaN }) => [epoch, accuracy]),
  };
}
