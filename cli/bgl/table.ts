import type { EventAccuracy } from './event-accuracy.ts';

const COLUMNS = ['P', 'R', 'F1', 'found', 'missed', 'false alarms'] as const;

/** One row a detector, with what was learnt from and scored above it. */
export function eventTable({
  trainingLines,
  testLines,
  anomalousTestLines,
  templates,
  detectors,
}: EventAccuracy): string {
  const width = Math.max(...detectors.map(({ detector }) => detector.length));
  const row = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(width) + cells.map((cell, index) => `${cell}`.padStart((COLUMNS[index]?.length ?? 0) + 4)).join('');
  return [
    `${trainingLines} lines learnt from (${templates.training} templates), ${testLines} lines scored ` +
      `(${templates.all - templates.training} more templates), ${anomalousTestLines} of them anomalous`,
    row('', COLUMNS),
    ...detectors.map(({ detector, precision, recall, f1, found, missed, falseAlarms }) =>
      row(detector, [...[precision, recall, f1].map(rounded), found, missed, falseAlarms]),
    ),
  ].join('\n');
}

const rounded = (share: number) => (Number.isNaN(share) ? '-' : share.toFixed(2));
