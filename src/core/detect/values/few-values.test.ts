import { describe, expect, test } from 'vitest';
import { FewValues } from './few-values.ts';

function valuesOf(values: readonly number[], kind: 'number' | 'word' = 'number'): FewValues {
  const few = new FewValues(kind);
  for (const value of values) few.add(value);
  return few;
}

const cycle = (length: number, of: number) => Array.from({ length }, (_, index) => index % of);

describe('few values', () => {
  test('are told with the most frequent first', () => {
    expect(valuesOf([404, ...Array(50).fill(200), 404, 404]).values()).toEqual([200, 404]);
  });

  test('are no more than eight numbers, or sixteen words', () => {
    expect(valuesOf(cycle(900, 8)).values()).toHaveLength(8);
    expect(valuesOf(cycle(900, 9)).values()).toBeUndefined();
    expect(valuesOf(cycle(900, 16), 'word').values()).toHaveLength(16);
    expect(valuesOf(cycle(900, 17), 'word').values()).toBeUndefined();
  });

  test('repeat themselves', () => {
    expect(valuesOf([1, 2, 3, 4, 5, 6]).values()).toBeUndefined();
  });

  test('make another value the less likely the more there are', () => {
    expect(valuesOf(cycle(299, 3)).surpriseOfOthers()).toBeCloseTo(Math.log(300));
    expect(valuesOf(cycle(29, 3)).surpriseOfOthers()).toBeUndefined();
  });

  test('make another value likely where some came once, or late', () => {
    const rare = [...cycle(296, 3), 3, 4, 5];
    expect(valuesOf([3, 4, ...cycle(297, 3)]).surpriseOfOthers()).toBeCloseTo(Math.log(300 / 3));
    expect(valuesOf(rare).surpriseOfOthers()).toBeLessThan(Math.log(300 / 3));
    expect(valuesOf([...cycle(240, 2), ...cycle(60, 3)]).surpriseOfOthers()).toBeCloseTo(Math.log(100));
  });
});
