import { describe, expect, it } from 'vitest';
import { countBelow } from './count-below.ts';

describe('countBelow', () => {
  it('leaves out those that equal the limit', () => {
    expect([0, 1, 2, 3, 4, 9].map((limit) => countBelow([1, 2, 2, 2, 4], limit))).toEqual([0, 0, 1, 4, 4, 5]);
  });

  it('knows infinities, and lists that hold nothing', () => {
    const values = Float64Array.of(Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY);
    expect(countBelow(values, Number.NEGATIVE_INFINITY)).toBe(0);
    expect(countBelow(values, Number.POSITIVE_INFINITY)).toBe(2);
    expect(countBelow([], 1)).toBe(0);
  });
});
