import type { LegendEntry } from './Legend.tsx';

export const TRAINING_LINE: LegendEntry = { label: 'training', colour: 'var(--accent)', kind: 'line' };
export const VALIDATION_LINE: LegendEntry = { label: 'held-out', colour: 'var(--c-end)', kind: 'dashed' };

/** Losses as they were, behind those that are smoothed. */
export const RAW_LINE: LegendEntry = { label: 'before smoothing', colour: 'var(--edge)', kind: 'line' };
export const EARLIER_LINE: LegendEntry = { label: 'earlier runs, held-out', colour: 'var(--c-count)', kind: 'dashed' };

/** `0.312`; what is not a number says so. */
export function formatLoss(loss: number): string {
  return Number.isFinite(loss) ? loss.toPrecision(3) : 'not a number';
}
