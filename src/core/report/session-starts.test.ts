import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionStarts } from './session-starts.ts';

function reportOf(times: readonly number[], { earlier = 0, training = 2, validation = 1 } = {}) {
  return {
    rows: {
      ids: times.map(String),
      events: new Int32Array(times.length),
      firstLine: Int32Array.from(times.keys(), (row) => 10 * row + 1),
      firstTime: Float64Array.from(times),
      lastTime: Float64Array.from(times),
    },
    split: {
      earlier,
      training,
      validation,
      rest: times.length - earlier - training - validation,
      openAtEnd: 0,
      openAtStart: 0,
    },
  };
}

test('sessions by when they begin, and by their part', () => {
  expect(sessionStarts(reportOf([0, 1, 50, 99, 100], { earlier: 1, training: 1 }), 2)).toEqual({
    axis: 'time',
    end: 100,
    buckets: [
      { from: 0, earlier: 1, training: 1, validation: 0, rest: 0 },
      { from: 50, earlier: 0, training: 0, validation: 1, rest: 2 },
    ],
  });
});

test('a log without times counts by lines', () => {
  const { axis, end, buckets } = sessionStarts(reportOf([Number.NaN, Number.NaN, Number.NaN, Number.NaN]), 30);
  expect([axis, buckets[0]?.from, end]).toEqual(['line', 1, 31]);
});

test('no sessions, or all at one time', () => {
  expect(sessionStarts(reportOf([]), 10).buckets).toEqual([]);
  expect(sessionStarts(reportOf([7, 7, 7]), 10)).toMatchObject({
    end: 8,
    buckets: [{ from: 7, training: 2, validation: 1 }],
  });
});

test('each session is counted once, in its bucket', () => {
  const times = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 4, maxLength: 60 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 12 }), (list, most) => {
      const sorted = list.toSorted((a, b) => a - b);
      const { buckets, end } = sessionStarts(reportOf(sorted), most);
      expect(buckets.length).toBeLessThanOrEqual(most);
      const countOf = (part: 'training' | 'validation' | 'rest') => buckets.reduce((sum, one) => sum + one[part], 0);
      expect([countOf('training'), countOf('validation'), countOf('rest')]).toEqual([2, 1, list.length - 3]);
      expect([buckets[0]?.from, (sorted.at(-1) ?? 0) <= end]).toEqual([sorted[0], true]);
    }),
  );
});
