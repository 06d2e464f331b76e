import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MOST_SHOWN,
  type ParameterEvidence,
  type ParameterSummary,
  summariseParameter,
} from './summarise-parameter.ts';

const summarise = (values: readonly string[], over: Partial<ParameterEvidence> = {}): ParameterSummary =>
  summariseParameter({ values, lines: values.map((_, i) => 10 * i), total: values.length, ...over });

test('the most frequent values come first, with their shares', () => {
  const { top, distinct, type, numbers } = summarise(['b', 'a', 'c', 'a', 'a', 'c', 'c', '__proto__']);
  expect(top).toEqual([
    { text: 'a', isCut: false, count: 3, share: 3 / 8 },
    { text: 'c', isCut: false, count: 3, share: 3 / 8 },
    { text: 'b', isCut: false, count: 1, share: 1 / 8 },
    { text: '__proto__', isCut: false, count: 1, share: 1 / 8 },
  ]);
  expect(distinct).toEqual({ count: 4, precision: 'exact' });
  expect([type, numbers]).toEqual(['text', undefined]);
});

test('numbers have a range', () => {
  const values = Array.from({ length: 100 }, (_, i) => `${i + 1}`);
  expect(summarise(values).numbers).toEqual({ unit: '', min: 1, median: 50, p95: 95, max: 100, isExact: true });
  expect(summarise(values, { total: 101 }).numbers?.isExact).toBe(false);
});

test('durations and sizes are told in one unit, whatever each value is written in', () => {
  expect(summarise(['500 ms', '2 s', '1 min']).numbers).toMatchObject({
    unit: 'ms',
    min: 500,
    median: 2000,
    max: 60_000,
  });
  expect(summarise(['5 bytes', '1 KiB']).numbers).toMatchObject({ unit: 'bytes', min: 5, max: 1024 });
});

test('what is no number among numbers is left out of the range only', () => {
  const summary = summarise([...Array.from({ length: 99 }, (_, i) => `${i}`), 'null']);
  expect(summary.numbers).toMatchObject({ min: 0, max: 98 });
  expect(summary.distinct.count).toBe(100);
});

test('of lines that were not read at least the values that were seen are told', () => {
  expect(summarise(['a', 'b'], { total: 9 }).distinct).toEqual({ count: 2, precision: 'at-least' });
});

test('an estimate for all lines tells about how many values there are, within what is possible', () => {
  const distinct = 1000.4;
  expect(summarise(['a', 'b'], { total: 5000, distinct }).distinct).toEqual({ count: 1000, precision: 'about' });
  expect(summarise(['a', 'b'], { total: 20, distinct }).distinct.count).toBe(20);
  expect(summarise(['a', 'b'], { total: 20, distinct: 0 }).distinct.count).toBe(2);
  expect(summarise(['a', 'b', 'c', 'd', 'e'], { total: 20, distinct: 5.6 }).distinct.count).toBe(5);
  expect(summarise(['a', 'b'], { distinct }).distinct).toEqual({ count: 2, precision: 'exact' });
});

test('numbers of all lines give the exact range, in the unit of the values', () => {
  const numbers = Float32Array.of(3, Number.NaN, 1, 2, 50);
  expect(summarise(['2', '3'], { total: 5, numbers }).numbers).toEqual({
    unit: '',
    min: 1,
    median: 2,
    p95: 50,
    max: 50,
    isExact: true,
  });
  expect(summarise(['2 s', '3 s'], { total: 5, numbers }).numbers).toMatchObject({ unit: 'ms', max: 50_000 });
  expect([...numbers]).toEqual([3, Number.NaN, 1, 2, 50]);
});

test('where lines differ in their unit, plain numbers tell nothing', () => {
  const numbers = Float32Array.of(3, 1, 50);
  const { numbers: range } = summarise(['2 s', '3 ms'], { total: 3, numbers });
  expect(range).toMatchObject({ min: 3, max: 2000, isExact: false });
});

test('examples are different values with their lines', () => {
  expect(summarise(['a', 'b', 'c', 'd', 'e']).examples).toEqual([
    { text: 'a', isCut: false, line: 0 },
    { text: 'c', isCut: false, line: 20 },
    { text: 'e', isCut: false, line: 40 },
  ]);
  expect(summarise(['a', 'a', 'b']).examples.map(({ text }) => text)).toEqual(['a', 'b']);
});

test('values that begin alike are told apart, and cut for display between characters', () => {
  const long = 'x'.repeat(119);
  const { top, distinct } = summarise([`${long}😀${'y'.repeat(10_000)}`, `${long}😀z`]);
  expect(distinct.count).toBe(2);
  expect(top.map(({ text, isCut }) => [text, isCut])).toEqual([
    [long, true],
    [long, true],
  ]);
});

test('no values at all are no error', () => {
  expect(summarise([], { total: 3 })).toEqual({
    type: 'text',
    distinct: { count: 0, precision: 'at-least' },
    top: [],
    numbers: undefined,
    examples: [],
  });
});

test('whatever the values, the numbers agree with each other', () => {
  const someValue = fc.oneof(
    fc.constantFrom('__proto__', '\u202e', '1', '2 ms', '-'),
    fc.string(),
    fc.double().map(String),
  );
  fc.assert(
    fc.property(fc.array(someValue, { minLength: 1, maxLength: 60 }), (values) => {
      const { top, distinct, numbers } = summarise(values);
      expect(distinct.count).toBe(new Set(values).size);
      expect(top.length).toBe(Math.min(MOST_SHOWN, distinct.count));
      const listed = top.reduce((sum, { count }) => sum + count, 0);
      expect(listed <= values.length && (listed === values.length || top.length === MOST_SHOWN)).toBe(true);
      expect(top.map(({ count }) => count)).toEqual(top.map(({ count }) => count).sort((a, b) => b - a));
      if (numbers) {
        const { min, median, p95, max } = numbers;
        expect([min, median, p95, max]).toEqual([min, median, p95, max].sort((a, b) => a - b));
      }
    }),
  );
});
