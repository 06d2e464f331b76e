import { expect, test } from 'vitest';
import type { LogReport } from '../../src/core/report/log-report.ts';
import { unknownChoice } from './unknown-choice.ts';

const CSV = {
  files: [{ name: 'a.csv' }],
  formats: [
    { name: 'CSV', chosen: true },
    { name: 'Lines of text', chosen: false },
  ],
  header: { format: 'CSV', fieldChoices: ['when', 'host', 'text'] },
} as unknown as LogReport;
const TEXT = { ...CSV, header: { ...CSV.header, format: 'Lines of text', fieldChoices: undefined } };

test('what the log has is no problem', () => {
  expect(unknownChoice({ format: 'CSV', columns: { time: 'when', message: 'text', session: 'host' } }, CSV)).toBe(
    undefined,
  );
  expect(unknownChoice({ format: 'auto' }, TEXT)).toBeUndefined();
});

test('a column that the log does not have is named, with those that it has', () => {
  expect(unknownChoice({ format: 'auto', columns: { time: 'when', message: 'msg' } }, CSV)).toEqual({
    code: 'unknown-column',
    message: 'a.csv has no column "msg".',
    advice: 'Choose from: when, host, text.',
  });
});

test('of many columns the first are named', () => {
  const fieldChoices = Array.from({ length: 50 }, (_, index) => `c${index}`);
  const wide = { ...CSV, header: { ...CSV.header, fieldChoices } };
  expect(unknownChoice({ format: 'auto', columns: { message: 'msg' } }, wide)?.advice).toMatch(/c39 and 10 more\.$/);
});

test('a log without columns says how it is read', () => {
  const problem = unknownChoice({ format: 'auto', columns: { session: 'host' } }, TEXT);
  expect(problem?.code).toBe('unknown-column');
  expect(problem?.message).toBe('a.csv has no columns to choose from: it is read as "Lines of text".');
});

test('a format that the log is not read as is named, with those it may have', () => {
  expect(unknownChoice({ format: 'logfmt' }, CSV)).toEqual({
    code: 'unknown-format',
    message: 'a.csv may not be read as "logfmt".',
    advice: 'Choose one of: CSV, Lines of text, none.',
  });
});

test('a detector brings its own format and columns', () => {
  const settings = { format: 'logfmt', columns: { message: 'msg' } };
  expect(unknownChoice(settings, { ...TEXT, formats: [] })).toBeUndefined();
});
