import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averagePrecision, bestPoint, precisionRecall, thinned } from './curve.ts';
import { figuresOf, tally } from './figures.ts';
import { wilsonShare } from './interval.ts';

const sessionsOf = (anomalous: readonly boolean[]) =>
  anomalous.map((isAnomalous, session) => ({ session, isAnomalous }));

describe('Wilson intervals', () => {
  test('are those of the literature', () => {
    // R: prop.test(81, 263, correct = FALSE)$conf.int
    const { low, high } = wilsonShare(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  test('hold the share, and end at 0 and 1 where it is one of them', () => {
    expect(wilsonShare(0, 9)).toMatchObject({ value: 0, low: 0 });
    expect(wilsonShare(9, 9)).toMatchObject({ value: 1, high: 1 });
    expect(wilsonShare(9, 9).low).toBeCloseTo(0.7009, 4);
    expect(wilsonShare(0, 0).value).toBeNaN();
  });
});

test.each<[string, readonly number[], number, number, number]>([
  ['all right', [0, 1], 1, 1, 1],
  ['one found of two', [0], 1, 0.5, 2 / 3],
  ['one false alarm', [0, 1, 2], 2 / 3, 1, 0.8],
  ['nothing flagged', [], Number.NaN, 0, 0],
  ['only false alarms', [2, 3], 0, 0, 0],
])('%s', (_, flagged, precision, recall, f1) => {
  const figures = figuresOf(tally(sessionsOf([true, true, false, false]), (session) => flagged.includes(session)));
  expect([figures.precision.value, figures.recall.value]).toEqual([precision, recall]);
  expect(figures.f1.value).toBeCloseTo(f1);
});

const labelledScores = fc.array(fc.record({ isAnomalous: fc.boolean(), score: fc.integer({ min: 0, max: 5 }) }), {
  minLength: 1,
});

test('each point of the curve is what its threshold flags, and the best is none below any', () => {
  fc.assert(
    fc.property(labelledScores, (rows) => {
      const sessions = sessionsOf(rows.map(({ isAnomalous }) => isAnomalous));
      const scoreOf = (session: number) => rows[session]?.score ?? 0;
      const points = precisionRecall(sessions, scoreOf);
      expect(points.length > 0).toBe(rows.some(({ isAnomalous }) => isAnomalous));
      for (const { threshold, precision, recall, f1 } of points) {
        const figures = figuresOf(tally(sessions, (session) => scoreOf(session) > threshold));
        expect([precision, recall]).toEqual([figures.precision.value, figures.recall.value]);
        expect(f1).toBeCloseTo(figures.f1.value);
        expect(bestPoint(points)?.f1).toBeGreaterThanOrEqual(f1);
      }
    }),
  );
});

test('sessions that are flagged at any threshold come first', () => {
  const scores = [Number.POSITIVE_INFINITY, 2, Number.POSITIVE_INFINITY];
  const points = precisionRecall(sessionsOf([true, true, false]), (session) => scores[session] ?? 0);
  expect(points.map(({ threshold }) => threshold)).toEqual([2, Number.NEGATIVE_INFINITY]);
  expect(averagePrecision(points)).toBeCloseTo(0.5 * 0.5 + 0.5 * (2 / 3));
});

test('a long curve keeps its ends and its best point', () => {
  const sessions = sessionsOf(Array.from({ length: 5000 }, (_, session) => session < 777));
  const points = precisionRecall(sessions, (session) => -session);
  const few = thinned(points, 200);
  expect(few.length).toBeLessThan(205);
  expect(bestPoint(few)).toEqual(bestPoint(points));
  expect(few.at(-1)).toEqual(points.at(-1));
});
