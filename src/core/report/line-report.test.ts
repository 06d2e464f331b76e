import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineBuckets } from './line-report.ts';
import { scannedLog } from './scanned-log.fixture.ts';

const { NaN: none } = Number;
const MOST_BUCKETS = 300;
const FINE_BUCKETS = 120;

describe('lines over time', () => {
  test('every line is in one bucket, and no bucket before the first or after the last time', () => {
    const time = fc.integer({ min: -1e12, max: 1e13 });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 400 }), (times) => {
        const buckets = lineBuckets(scannedLog(times));
        expect(buckets.length).toBeLessThanOrEqual(Math.min(FINE_BUCKETS, times.length));
        expect(buckets.reduce((sum, { lines }) => sum + lines, 0)).toBe(times.length);
        expect(buckets[0]?.from).toBe(Math.min(...times));
        expect(buckets.every(({ from }) => from <= Math.max(...times) || times.length === 1)).toBe(true);
      }),
    );
  });

  test('warnings are those and worse, errors too', () => {
    const times = [0, 1, 2, 3, 4];
    const buckets = lineBuckets(scannedLog(times, ['info', 'warn', 'error', 'fatal', 'none']));
    expect(buckets.map(({ warnings, errors }) => [warnings, errors])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
  });

  test('without times they are counted along the file', () => {
    const times = new Array<number>(240).fill(none);
    const buckets = lineBuckets(scannedLog(times));
    expect(buckets).toHaveLength(FINE_BUCKETS);
    expect(buckets.map(({ lines }) => lines)).toEqual(new Array(FINE_BUCKETS).fill(2));
    expect([buckets[0]?.from, buckets[1]?.from]).toEqual([0, 2]);
  });

  test('without times each holds the same number of lines, but for the last', () => {
    const buckets = lineBuckets(scannedLog(new Array<number>(301).fill(none)));
    expect(buckets.map(({ lines }) => lines)).toEqual([...new Array(100).fill(3), 1]);
    expect(buckets.at(-1)?.from).toBe(300);
  });

  test('are finer the more there are, up to what can be seen', () => {
    const bucketsOf = (lines: number) => lineBuckets(scannedLog(Array.from({ length: lines }, (_, at) => at)));
    expect(bucketsOf(6000)).toHaveLength(300);
    expect(bucketsOf(20_000)).toHaveLength(MOST_BUCKETS);
  });

  test('infos are counted apart from what is less', () => {
    const buckets = lineBuckets(scannedLog([0, 1, 2], ['info', 'debug', 'warn']));
    expect(buckets.map(({ infos }) => infos)).toEqual([1, 0, 0]);
  });

  test('all at the same time are in the first bucket', () => {
    const buckets = lineBuckets(scannedLog([5, 5, 5]));
    expect(buckets.map(({ lines }) => lines)).toEqual([3, 0, 0]);
  });
});
