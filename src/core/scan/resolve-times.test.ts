import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from '../base/packed-column.fixture.ts';
import { PackedColumn } from '../base/packed-column.ts';
import { type DateParts, datePartsOf, resolveTimes } from './resolve-times.ts';

const { NaN: none } = Number;
const resolved = (times: readonly number[], parts: DateParts = 'date') => resolveTimes(PackedColumn.from(times), parts);
const stamp = (text: string) => Date.parse(`${text}Z`);

test('missing times are those of the line before, leading ones that of the first line with one', () => {
  expect(valuesOf(resolved([none, 7, none, none, 3, none]).time)).toEqual([7, 7, 7, 7, 3, 3]);
  expect(valuesOf(resolved([none, none]).time)).toEqual([none, none]);
});

test('the span is that of the lines with a time, in whatever order', () => {
  expect(resolved([none, 5, 2, none, 9]).span).toEqual({ first: 2, last: 9 });
  expect(resolved([7]).span).toEqual({ first: 7, last: 7 });
  expect(resolved([none, none]).span).toBeUndefined();
  expect(resolved([]).span).toBeUndefined();
});

test('out of order are the lines before the last line with a time', () => {
  const counts = (times: readonly number[]) => [resolved(times).backward, resolved(times).dated];
  expect(counts([1, 2, none, 2, 3])).toEqual([0, 4]);
  expect(counts([2, none, 1, 3, 2])).toEqual([2, 4]);
  expect(counts([none])).toEqual([0, 0]);
});

test('a log without years rolls over into the next one, and late lines of the old one stay there', () => {
  const times = ['12-31T23:59:59', '01-01T00:00:01', '12-31T23:59:59', '01-01T00:00:02', '03-01T00:00:00'];
  const { time, backward } = resolved(
    times.map((text) => stamp(`2000-${text}`)),
    'no-year',
  );
  expect(valuesOf(time).map((value) => new Date(value).toISOString().slice(0, 10))).toEqual([
    '2000-12-31',
    '2001-01-01',
    '2000-12-31',
    '2001-01-01',
    '2001-03-01',
  ]);
  expect(backward).toBe(1);
});

test('29 February of a year that has none is no time', () => {
  const days = ['2000-12-31', '2000-01-02', '2000-02-29', '2000-03-02'].map((day) => stamp(`${day}T00:00`));
  expect(valuesOf(resolved(days, 'no-year').time).map((value) => new Date(value).toISOString().slice(0, 10))).toEqual([
    '2000-12-31',
    '2001-01-02',
    '2001-01-02',
    '2001-03-02',
  ]);
});

test('times of day roll over at midnight', () => {
  const times = ['23:59:59', '00:00:01', '12:00:00'].map((text) => stamp(`1970-01-01T${text}`));
  const day = 86_400_000;
  expect(valuesOf(resolved(times, 'no-date').time)).toEqual([day - 1000, day + 1000, 1.5 * day]);
});

test('times that have their dates stay as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 1 }), (times) => {
      expect(valuesOf(resolved(times).time)).toEqual(times);
    }),
  );
});

test.each([
  ['YYYY-MM-DD hh:mm:ss', 'date'],
  ['Mon DD hh:mm:ss', 'no-year'],
  ['hh:mm:ss', 'no-date'],
  ['epoch s', 'date'],
])('%s says %s', (format, parts) => {
  const columns = [{ name: 'time', kind: 'time', format } as const];
  const header = { separator: 'space', columns, timeColumn: 0, levelColumn: -1, dashBeforeContent: false, share: 1 };
  expect(datePartsOf({ ...header, separator: 'space' })).toBe(parts);
});

test('a log without years ends in the last year that does not put it into the future', () => {
  const days = (texts: readonly string[], written: string) => {
    const times = PackedColumn.from(texts.map((text) => stamp(`2000-${text}T12:00`)));
    const { span } = resolveTimes(times, 'no-year', stamp(`${written}T00:00`));
    return [span?.first, span?.last].map((time) => new Date(time ?? none).toISOString().slice(0, 10));
  };
  expect(days(['12-30', '01-02'], '2024-05-01')).toEqual(['2023-12-30', '2024-01-02']);
  expect(days(['06-01', '06-02'], '2024-05-01')).toEqual(['2023-06-01', '2023-06-02']);
  expect(days(['02-28', '02-29', '03-01'], '2023-05-01')).toEqual(['2020-02-28', '2020-03-01']);
});
