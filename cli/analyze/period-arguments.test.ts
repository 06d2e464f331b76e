import { expect, test } from 'vitest';
import type { LogReport } from '../../src/core/report/log-report.ts';
import { periodProblem, readPeriodArguments } from './period-arguments.ts';

const FROM = Date.UTC(2024, 2, 5);

test('a period has an end, or both, or none', () => {
  expect(readPeriodArguments({ 'train-from': '2024-03-05' })).toMatchObject({ by: 'time', period: { from: FROM } });
  expect(readPeriodArguments({ 'train-to': '500' })).toMatchObject({ by: 'lines', period: { to: 500 } });
  expect(readPeriodArguments({})).toBeUndefined();
  expect(readPeriodArguments({ 'train-from': 'May', 'train-to': '5' })).toMatch(/^--train-from and --train-to must be/);
});

test('lines do not cut a log with times, nor times one without', () => {
  const log = (span: LogReport['span']) => ({ files: [{ name: 'a.log' }], span }) as unknown as LogReport;
  const dated = log({ first: 0, last: 1 });
  const lines = { by: 'lines', period: { from: 0, to: 5 } } as const;
  const times = { by: 'time', period: { from: 0, to: 5 } } as const;
  expect(periodProblem(lines, dated)).toEqual({
    code: 'no-sessions',
    message: 'a.log is a log with times.',
    advice: 'Give --train-from and --train-to as times.',
  });
  expect(periodProblem(times, log(undefined))?.advice).toBe('Give --train-from and --train-to as numbers of lines.');
  expect([periodProblem(times, dated), periodProblem(undefined, dated)]).toEqual([undefined, undefined]);
});
