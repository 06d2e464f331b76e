import { expect, test } from 'vitest';
import { readPeriod, writePeriod } from './training-period.ts';

const at = (...parts: [number, number, number, number?, number?, number?, number?]) => Date.UTC(...parts);

test.each([
  ['2024-03-05', '2024-03-06', at(2024, 2, 5), at(2024, 2, 6)],
  ['2024-03-05T10:30', '2024-03-05 10:30:01.5', at(2024, 2, 5, 10, 30), at(2024, 2, 5, 10, 30, 1, 500)],
  ['2024-03-05T10:30:00Z', '2024-03-05T14:00:00+0200', at(2024, 2, 5, 10, 30), at(2024, 2, 5, 12)],
  ['2024-03-05', undefined, at(2024, 2, 5), Number.POSITIVE_INFINITY],
  [undefined, '2024-03-05T08:00-01:30', Number.NEGATIVE_INFINITY, at(2024, 2, 5, 9, 30)],
])('times from %s to %s', (from, to, first, last) => {
  expect(readPeriod(from, to)).toEqual({ by: 'time', period: { from: first, to: last } });
});

test('lines count from 1, and the last one is in', () => {
  expect(readPeriod('1', '500')).toEqual({ by: 'lines', period: { from: 0, to: 500 } });
  expect(readPeriod('7', '7')).toEqual({ by: 'lines', period: { from: 6, to: 7 } });
  expect(readPeriod(undefined, '500')).toEqual({ by: 'lines', period: { from: Number.NEGATIVE_INFINITY, to: 500 } });
});

test.each([
  ['yesterday', undefined],
  ['2024-03-05', '500'],
  ['2024-03-06', '2024-03-05'],
  ['2024-13-05', '2025-01-01'],
  ['12', '11'],
  ['', '5'],
])('%j to %j is no period', (from, to) => {
  expect(readPeriod(from, to)).toBe('unreadable');
});

test('without ends there is none', () => {
  expect(readPeriod(undefined, undefined)).toBe('none');
});

test.each([
  ['2024-03-05T10:30:00.000Z', '2024-03-05T14:00:00.250Z'],
  ['2024-03-05T10:30:00.000Z', undefined],
  ['3', '500'],
  [undefined, '500'],
])('%s to %s is written as it was read', (from, to) => {
  const period = readPeriod(from, to);
  if (typeof period === 'string') throw new Error(period);
  expect(writePeriod(period)).toEqual({ from, to });
});
