import { readPeriod, type WrittenPeriod } from '../../src/app/training-period.ts';
import type { LogReport } from '../../src/core/report/log-report.ts';
import type { Problem } from '../../src/core/report/problem.ts';

export const PERIOD_HELP = `  --train-from WHEN   learn from the sessions that begin then or later: a time, such as 2024-03-05T10:00 (UTC without
                      a zone), or the number of a line in a log without times
  --train-to WHEN     learn from those that begin before that time, or up to that line
`;

export const PERIOD_OPTIONS = { 'train-from': { type: 'string' }, 'train-to': { type: 'string' } } as const;

interface PeriodValues {
  readonly 'train-from'?: string | undefined;
  readonly 'train-to'?: string | undefined;
}

/** The period to learn from, undefined where none is asked for, or a sentence. */
export function readPeriodArguments(values: PeriodValues): WrittenPeriod | undefined | string {
  const period = readPeriod(values['train-from'], values['train-to']);
  if (period === 'unreadable')
    return '--train-from and --train-to must be times such as 2024-03-05T10:00, or numbers of lines, the first before the second.';
  return period === 'none' ? undefined : period;
}

/** A period of lines in a log with times, or the other way round. */
export function periodProblem(period: WrittenPeriod | undefined, { files, span }: LogReport): Problem | undefined {
  const by = span === undefined ? 'lines' : 'time';
  if (period === undefined || period.by === by) return undefined;
  const names = files.map(({ name }) => name).join(', ');
  return {
    code: 'no-sessions',
    message: `${names} is a log ${by === 'time' ? 'with' : 'without'} times.`,
    advice: `Give --train-from and --train-to as ${by === 'time' ? 'times' : 'numbers of lines'}.`,
  };
}
