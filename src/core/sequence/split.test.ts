import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partOf, range, splitSessions } from './split.ts';

test('of the share that is learnt from, two thirds are fitted and the last third is held out', () => {
  expect(splitSessions(100, 0.6)).toEqual({ trainingEnd: 40, validationEnd: 60, sessions: 100 });
  expect(splitSessions(3, 1)).toEqual({ trainingEnd: 2, validationEnd: 3, sessions: 3 });
});

test('there is a training session where there is any session', () => {
  expect(splitSessions(1, 0.01)).toEqual({ trainingEnd: 1, validationEnd: 1, sessions: 1 });
  expect(splitSessions(0, 0.6)).toEqual({ trainingEnd: 0, validationEnd: 0, sessions: 0 });
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

test('a range that ends before it begins is empty', () => {
  expect(range(2, 5)).toEqual([2, 3, 4]);
  expect(range(5, 2)).toEqual([]);
});
