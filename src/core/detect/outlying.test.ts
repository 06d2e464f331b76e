import { describe, expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
import { range } from '../sequence/split.ts';
import { countOutlying } from './outlying.ts';

function exponential(count: number, seed: number): number[] {
  const random = createRandom(seed);
  return range(0, count).map(() => -Math.log(1 - random.uniform()));
}

const descending = (scores: readonly number[]) => scores.toSorted((a, b) => b - a);

describe('scores that stand apart', () => {
  test('are any of an exponential tail in fewer than one of twenty samples', () => {
    const samples = range(1, 101).map((seed) => countOutlying(descending(exponential(2000, seed)), 0.01, 200));
    expect(samples.filter((count) => count > 0).length).toBeLessThanOrEqual(5);
  });

  test.each([1, 3, 20])('are %i that lie far out', (count) => {
    const usual = exponential(500, count);
    const far = range(0, count).map((index) => 30 + index / 10);
    expect(countOutlying(descending([...usual, ...far]), 0.01, 50)).toBe(count);
  });

  test('are none where they are too many to be an accident', () => {
    const far = range(0, 60).map((index) => 30 + index / 10);
    expect(countOutlying(descending([...exponential(500, 1), ...far]), 0.01, 50)).toBe(0);
  });

  test('must differ by more than what means nothing', () => {
    expect(countOutlying([0.3, 0.3, ...Array<number>(50).fill(0)], 0.5, 5)).toBe(0);
    expect(countOutlying([3, 3, ...Array<number>(50).fill(0)], 0.5, 5)).toBe(2);
  });

  test('are none of no scores, or of equal ones', () => {
    expect(countOutlying([], 1, 5)).toBe(0);
    expect(countOutlying([7], 1, 5)).toBe(0);
    expect(countOutlying([7, 7, 7], 1, 5)).toBe(0);
  });
});
