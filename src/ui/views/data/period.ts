import type { LogReport } from '../../../core/report/log-report.ts';
import type { TrainingPeriod } from '../../../core/sequence/split.ts';

/** All that a period may be: times up to a millisecond behind the last, or lines. */
export function wholePeriod({ span, lines }: LogReport): TrainingPeriod {
  return span === undefined ? { from: 0, to: lines } : { from: span.first, to: span.last + 1 };
}

/** The part of a period that lies in the log, whose ends are never open. */
export function periodWithin({ from, to }: TrainingPeriod, whole: TrainingPeriod): TrainingPeriod {
  return { from: Math.max(from, whole.from), to: Math.min(to, whole.to) };
}

/** The period with one end moved, kept inside the log; undefined where nothing would be left of it. */
export function movedPeriod(
  period: TrainingPeriod,
  end: keyof TrainingPeriod,
  value: number,
  whole: TrainingPeriod,
): TrainingPeriod | undefined {
  const moved = { ...period, [end]: Math.min(whole.to, Math.max(whole.from, value)) };
  return moved.from < moved.to ? moved : undefined;
}
