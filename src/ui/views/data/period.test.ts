import { expect, test } from 'vitest';
import type { LogReport } from '../../../core/report/log-report.ts';
import { fieldOfTime, timeOfField } from '../../widgets/time-of-field.ts';
import { movedPeriod, periodWithin, wholePeriod } from './period.ts';

const WHOLE = { from: 0, to: 100 };

test('a period reaches over all times, or all lines', () => {
  expect(wholePeriod({ span: { first: 5, last: 9 }, lines: 3 } as LogReport)).toEqual({ from: 5, to: 10 });
  expect(wholePeriod({ span: undefined, lines: 3 } as LogReport)).toEqual({ from: 0, to: 3 });
});

test('an end that is moved stays inside the log, and never behind the other', () => {
  expect(movedPeriod({ from: 10, to: 50 }, 'to', 60, WHOLE)).toEqual({ from: 10, to: 60 });
  expect(movedPeriod({ from: 10, to: 50 }, 'from', -5, WHOLE)).toEqual({ from: 0, to: 50 });
  expect(movedPeriod({ from: 10, to: 50 }, 'to', 500, WHOLE)).toEqual({ from: 10, to: 100 });
  expect(movedPeriod({ from: 10, to: 50 }, 'from', 50, WHOLE)).toBeUndefined();
});

test('a period with open ends reaches as far as the log', () => {
  const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;
  expect(periodWithin({ from: NEGATIVE_INFINITY, to: 40 }, WHOLE)).toEqual({ from: 0, to: 40 });
  expect(periodWithin({ from: 30, to: POSITIVE_INFINITY }, WHOLE)).toEqual({ from: 30, to: 100 });
});

test('fields hold times in UTC, whatever zone the machine is in', () => {
  const time = Date.UTC(2008, 10, 9, 20, 35, 18, 250);
  expect(fieldOfTime(time)).toBe('2008-11-09T20:35:18.250');
  expect(timeOfField('2008-11-09T20:35:18.250')).toBe(time);
  expect(timeOfField('')).toBeUndefined();
});
