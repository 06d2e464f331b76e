import type { Milliseconds } from '../base/units.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps a person reads off a clock or a calendar, in milliseconds. */
const TIME_STEPS: readonly Milliseconds[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 30, 90, 180, 365].map((n) => n * DAY),
];

/**
 * Round times (UTC) inside [first, last] for an axis.
 *
 * @param most at least 1
 * @returns at most `most` ascending times, all multiples of one step
 */
export function timeTicks(first: Milliseconds, last: Milliseconds, most: number): Milliseconds[] {
  const longest = TIME_STEPS.at(-1) ?? DAY;
  const fitting = TIME_STEPS.find((step) => countIn(first, last, step) <= most);
  const step = fitting ?? longest * Math.ceil(countIn(first, last, longest) / most + 1);
  return Array.from({ length: countIn(first, last, step) }, (_, i) => (Math.ceil(first / step) + i) * step);
}

function countIn(first: number, last: number, step: number): number {
  return Math.max(0, Math.floor(last / step) - Math.ceil(first / step) + 1);
}

/**
 * Round values that enclose [smallest, largest] on a logarithmic axis: powers of ten, with 2 and 5 between them where the
 * range is short.
 *
 * @param smallest above 0
 * @returns ascending, at least two
 */
export function logTicks(smallest: number, largest: number): number[] {
  const from = Math.floor(Math.log10(smallest));
  const to = Math.ceil(Math.log10(largest)) + 1;
  const mantissas = to - from > 4 ? [1] : [1, 2, 5];
  const steps = Array.from({ length: to - from + 1 }, (_, i) =>
    mantissas.map((m) => Number(`${m}e${from + i}`)),
  ).flat();
  const first = steps.findLastIndex((step) => step <= smallest);
  const last = steps.findIndex((step, i) => i > first && step >= largest);
  return steps.slice(first, last + 1);
}
