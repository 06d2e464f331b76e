import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
import { range } from '../sequence/split.ts';
import { scoreTail, surpriseAbove } from './score-tail.ts';

const someScores = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1 });

describe('the surprise of a score', () => {
  test('never falls as the score rises, is finite, and 0 for what is usual', () => {
    fc.assert(
      fc.property(someScores, fc.array(fc.double({ min: 0, max: 1000, noNaN: true })), (scores, asked) => {
        const surprise = surpriseAbove(scoreTail(scores, 1));
        const found = asked.toSorted((a, b) => a - b).map(surprise);
        expect(found.every(Number.isFinite)).toBe(true);
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect(surprise(0)).toBe(0);
      }),
    );
  });

  test('is that of the share of sessions that score as high, the new one counted in', () => {
    const surprise = surpriseAbove(scoreTail(range(0, 100), 1));
    expect(surprise(50)).toBeCloseTo(-Math.log(51 / 101));
    expect(surprise(80)).toBeCloseTo(-Math.log(21 / 101));
  });

  test('goes on beyond the highest, by how fast the scores become rare', () => {
    const random = createRandom(1);
    const scores = range(0, 20_000).map(() => -3 * Math.log(1 - random.uniform()));
    const surprise = surpriseAbove(scoreTail(scores, 0.01));
    expect(surprise(60)).toBeGreaterThan(15);
    expect(surprise(60)).toBeLessThan(27);
  });

  test('where few score at all, the first that does is as rare as the next one would be', () => {
    const surprise = surpriseAbove(scoreTail([0, 0, 0, 0, 0, 0, 0, 0, 2], 1));
    expect(surprise(1e-9)).toBeCloseTo(-Math.log(2 / 10));
    expect(surprise(4)).toBeCloseTo(-Math.log(2 / 10) + 2);
    expect(surpriseAbove(scoreTail(new Float64Array(99), 0.5))(1)).toBeCloseTo(Math.log(100) + 2);
  });

  test('without sessions, is the score itself', () => {
    expect(surpriseAbove(scoreTail([], 1))(3)).toBe(3);
  });
});
