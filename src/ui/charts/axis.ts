import { formatTime } from '../../core/base/format.ts';
import { linearTicks, ticksFromZero, timeTicks } from '../../core/report/axis-ticks.ts';

/** A chart draws at most this many marks: more than pixels cannot be seen. */
export const MOST_MARKS = 600;

/** Size of all text in charts, which grows with the text around them. */
export const CHART_TEXT = '0.6875rem';

/** How all axes look. */
export const AXIS = {
  stroke: 'var(--edge)',
  tick: { fill: 'var(--muted)', fontSize: CHART_TEXT },
  tickLine: false,
} as const;

/** How the line under the pointer, or under the arrow keys, looks. */
export const CURSOR = { stroke: 'var(--edge)', strokeDasharray: '3 3' } as const;

/** A vertical axis from zero, with round ticks. */
export function axisFromZero(largest: number, kind: 'whole' | 'real') {
  const ticks = ticksFromZero(largest, 5, kind === 'whole');
  return { ticks, domain: [0, ticks.at(-1) ?? 1] as [number, number], tickFormatter: formatTick, interval: 0 as const };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** `4.5K`: counts on an axis. */
export function formatTick(value: number): string {
  return COMPACT.format(value);
}

/** Ticks of a time axis with their text (UTC): clock times within two days, else dates. */
export function timeAxis(first: number, last: number): { ticks: number[]; format: (time: number) => string } {
  const length = last - first;
  const part: [number, number] = length > 2 * DAY ? [5, 10] : length > 10 * 60_000 ? [11, 16] : [11, 19];
  return {
    ticks: timeTicks(first, last, 5),
    format: (time) => formatTime(time).slice(...part),
  };
}

/** Under a plot: room for one line of ticks. @param scale of text */
export function below(scale: number) {
  return { ...AXIS, height: 22 * scale };
}

/** Ticks of an axis of passes, from the first to the last. */
export function passTicks(last: number): number[] {
  return [1, ...linearTicks(0, last, 7).filter((tick) => tick > 1 && Number.isInteger(tick))];
}
