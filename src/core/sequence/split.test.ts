import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionTable } from './session-table.ts';
import { partOf, range, splitByPeriod, splitSessions } from './split.ts';

describe('by a share', () => {
  test('two thirds of what is learnt from are fitted and the last third is held out', () => {
    expect(splitSessions(100, 0.6)).toEqual({ trainingStart: 0, trainingEnd: 40, validationEnd: 60, sessions: 100 });
    expect(splitSessions(3, 1)).toEqual({ trainingStart: 0, trainingEnd: 2, validationEnd: 3, sessions: 3 });
  });

  test('there is a training session where there is any session', () => {
    expect(splitSessions(1, 0.01)).toEqual({ trainingStart: 0, trainingEnd: 1, validationEnd: 1, sessions: 1 });
    expect(splitSessions(0, 0.6)).toEqual({ trainingStart: 0, trainingEnd: 0, validationEnd: 0, sessions: 0 });
  });

  test('parts follow each other in time and cover all sessions', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.double({ min: 0.001, max: 1, noNaN: true }), (sessions, share) => {
        const split = splitSessions(sessions, share);
        const { trainingEnd, validationEnd } = split;
        expect(trainingEnd).toBeGreaterThanOrEqual(Math.min(1, sessions));
        expect(validationEnd).toBeGreaterThanOrEqual(trainingEnd);
        expect(validationEnd).toBeLessThanOrEqual(sessions);
        const parts = range(0, sessions).map((session) => partOf(session, split));
        expect(parts).toEqual([
          ...new Array(trainingEnd).fill('training'),
          ...new Array(validationEnd - trainingEnd).fill('validation'),
          ...new Array(sessions - validationEnd).fill('rest'),
        ]);
      }),
    );
  });
});

describe('by a period', () => {
  test('sessions that begin in it are learnt from, those before and after it are not', () => {
    const split = splitByPeriod(sessionsAt([10, 20, 30, 40, 50, 60, 70]), { from: 20, to: 50 });
    expect(split).toEqual({ trainingStart: 1, trainingEnd: 3, validationEnd: 4, sessions: 7 });
    const parts = range(0, 7).map((session) => partOf(session, split));
    expect(parts).toEqual(['rest', 'training', 'training', 'validation', 'rest', 'rest', 'rest']);
  });

  test('lines count where the log carries no times', () => {
    const { trainingStart, validationEnd } = splitByPeriod(sessionsAt([Number.NaN, Number.NaN, Number.NaN]), {
      from: 1,
      to: 2,
    });
    expect([trainingStart, validationEnd]).toEqual([1, 2]);
  });

  test('a line that is out of order does not end it', () => {
    const { trainingStart, validationEnd } = splitByPeriod(sessionsAt([10, 20, 999, 30, 40, 50]), { from: 15, to: 45 });
    expect([trainingStart, validationEnd]).toEqual([1, 4]);
  });

  test('one session is fitted, and none where none begins in it', () => {
    expect(splitByPeriod(sessionsAt([10, 20]), { from: 15, to: 25 })).toMatchObject({
      trainingStart: 1,
      trainingEnd: 2,
    });
    const none = splitByPeriod(sessionsAt([10, 20]), { from: 12, to: 15 });
    expect(none).toEqual({ trainingStart: 1, trainingEnd: 1, validationEnd: 1, sessions: 2 });
  });
});

test('a range that ends before it begins is empty', () => {
  expect(range(2, 5)).toEqual([2, 3, 4]);
  expect(range(5, 2)).toEqual([]);
});

/** Sessions of one event, each on a line of its own. */
function sessionsAt(times: readonly number[]): SessionTable {
  const index = Int32Array.from(times, (_, at) => at);
  return {
    count: times.length,
    ids: times.map(String),
    start: Int32Array.of(...index, times.length),
    key: new Int32Array(times.length),
    line: index,
    time: Float64Array.from(times),
  };
}
