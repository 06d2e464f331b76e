import { describe, expect, it } from 'vitest';
import { rankTest } from './rank-test.ts';

const bins = (...values: readonly number[]) => {
  const counts = new Int32Array(30);
  for (const value of values) counts[value] = (counts[value] as number) + 1;
  return counts;
};

describe('rankTest', () => {
  it('is the test of Mann and Whitney', () => {
    // U = 48 of 64, whose mean is 32 and whose standard deviation 9.522: 15.5 of that are 1.628 deviations.
    const a = bins(1, 3, 5, 7, 9, 11, 13, 15);
    const b = bins(8, 10, 12, 14, 16, 17, 18, 4);
    const { p, larger } = rankTest(a, b);
    expect(larger).toBeCloseTo(48 / 64, 12);
    expect(p).toBeCloseTo(0.1036, 4);
    expect(rankTest(b, a)).toEqual({ p, larger: 16 / 64 });
  });

  it('finds nothing where all values are equal', () => {
    expect(rankTest(bins(4, 4, 4), bins(4, 4))).toEqual({ p: 1, larger: 0.5 });
  });
});
