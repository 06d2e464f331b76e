import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { lengthBuckets, sessionRows } from './session-rows.ts';

test('a row says how long, where and when', () => {
  const times = [[5, 6, 9], [7], [8, 8]];
  expect(sessionRows(sessionTable([[0, 1, 2], [1], [0, 2]], times))).toEqual({
    ids: ['s0', 's1', 's2'],
    events: Int32Array.of(3, 1, 2),
    firstLine: Int32Array.of(1, 4, 5),
    firstTime: Float64Array.of(5, 7, 8),
    lastTime: Float64Array.of(9, 7, 8),
  });
});

test('lengths are counted in powers of two, without holes', () => {
  expect(lengthBuckets(Int32Array.of(2, 3, 3, 16, 31, 4))).toEqual([
    { from: 2, sessions: 3 },
    { from: 4, sessions: 1 },
    { from: 8, sessions: 0 },
    { from: 16, sessions: 2 },
  ]);
  expect(lengthBuckets(new Int32Array(0))).toEqual([]);
});

test('every session is in the bucket of its length', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 30 }), { minLength: 1 }), (lengths) => {
      const expected = new Map<number, number>();
      for (const length of lengths) {
        const from = 2 ** (31 - Math.clz32(length));
        expected.set(from, (expected.get(from) ?? 0) + 1);
      }
      const buckets = lengthBuckets(Int32Array.from(lengths)).filter(({ sessions }) => sessions > 0);
      expect(buckets.map(({ from, sessions }) => [from, sessions])).toEqual([...expected].sort(([a], [b]) => a - b));
    }),
  );
});
