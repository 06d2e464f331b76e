import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/app/pipeline.ts';
import type { LogReport } from '../../src/core/report/log-report.ts';
import { columnsWithSession, sessionRule, withFieldNames } from './session-argument.ts';

const log = { header: { columns: ['time', 'user'], fieldChoices: ['ts', 'user', 'msg'] } } as unknown as LogReport;

test.each([
  ['auto', 'auto'],
  ['window:50', { by: 'lines', lines: 50 }],
  ['time:5', { by: 'time', milliseconds: 5000 }],
  ['user', { by: 'identifier', identifier: { kind: 'column', column: 1, name: 'user' } }],
  ['us.r', { by: 'identifier', identifier: { kind: 'pattern', source: 'us.r' } }],
])('%s', (text, rule) => {
  expect(sessionRule(text, log)).toEqual(rule);
});

test('a name is looked for among all fields while the log is read', () => {
  expect(columnsWithSession({ time: 'ts' }, 'msg')).toEqual({ time: 'ts', session: 'msg' });
  expect(columnsWithSession(undefined, 'msg')).toEqual({ session: 'msg' });
  for (const text of ['auto', 'window:5', 'time:9']) expect(columnsWithSession(undefined, text)).toBeUndefined();
  expect(columnsWithSession({ session: 'user' }, 'msg')).toEqual({ session: 'user' });
});

test('what finds nothing comes with the names that there are', () => {
  const problem = {
    code: 'no-sessions',
    message: 'No line names a session by usr.',
    advice: 'Choose another.',
  } as const;
  const settings = { ...DEFAULT_SETTINGS, sessionRule: sessionRule('usr', log) };
  expect(withFieldNames(problem, settings, log)).toEqual({
    ...problem,
    advice: 'It is read as a regular expression; fields of the log are time, user, ts, msg.',
  });
  expect(withFieldNames(problem, { ...settings, sessionRule: sessionRule('user', log) }, log)).toBe(problem);
  const trainingPeriod = { from: 0, to: 1 };
  expect(withFieldNames(problem, { ...settings, trainingPeriod }, log)).toBe(problem);
});
