import type { LegendEntry } from './Legend.tsx';

export const FALSE_ALARM_LINE: LegendEntry = { label: 'per 1,000 held out', colour: 'var(--accent)', kind: 'line' };
export const FLAGGED_LINE: LegendEntry = { label: 'flagged', colour: 'var(--c-end)', kind: 'dashed' };

const RATE = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** False alarms per 1,000 sessions. */
export function formatRate(perThousand: number): string {
  return RATE.format(perThousand);
}
