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
 * Round numbers inside [first, last] for an axis, on steps of 1, 2 or 5 times a power of ten.
 *
 * @param most at least 2
 * @returns at most `most` ascending numbers
 */
export function linearTicks(first: number, last: number, most: number): number[] {
  const length = last - first;
  if (!(length > 0)) return [first];
  const power = Math.floor(Math.log10(length / most));
  const steps = [1, 2, 5, 10, 20, 50, 100].map((mantissa) => Number(`${mantissa}e${power}`));
  const step = steps.find((one) => countIn(first, last, one) <= most) ?? length;
  // Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
  return Array.from({ length: countIn(first, last, step) }, (_, i) => {
    const multiple = Math.ceil(first / step) + i;
    return step < 1 ? multiple / Math.round(1 / step) : multiple * step;
  });
}

/**
 * As {@link linearTicks}, from 0 to the first round number that is not below `largest`.
 *
 * @param whole whether only whole numbers make sense
 */
export function ticksFromZero(largest: number, most: number, whole: boolean): number[] {
  const lowest = whole ? 1 : Number.MIN_VALUE;
  const top = Math.max(largest, lowest);
  const power = Math.floor(Math.log10(top / most));
  const steps = [1, 2, 5, 10, 20, 50, 100].map((mantissa) => Number(`${mantissa}e${power}`));
  const step = steps.find((one) => one >= lowest && Math.ceil(top / one) < most) ?? top;
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, i) => (step < 1 ? i / Math.round(1 / step) : i * step));
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
