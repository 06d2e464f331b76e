import { expect, test } from 'vitest';
import { comparisonOf, levelOf, levelStep } from './comparison.ts';

test('amounts that spread upwards are compared by ratios, others by differences', () => {
  const even = Float64Array.from({ length: 100 }, (_, i) => 10 + i);
  expect(comparisonOf(even)).toEqual({ offset: null, step: 1 });
  expect(comparisonOf(even.map((amount) => 2 ** (amount / 10)))).toMatchObject({ offset: 0 });
  expect(comparisonOf(even.map((amount) => 2 ** (amount / 10) - 2))).toMatchObject({ offset: null });
});

test('where all are alike, or there are none, no step is known', () => {
  expect(comparisonOf(Float64Array.of(7, 7, 7)).step).toBe(Number.POSITIVE_INFINITY);
  expect(comparisonOf(new Float64Array(0))).toEqual({ offset: null, step: Number.POSITIVE_INFINITY });
});

test('a step is a ratio where ratios are compared', () => {
  const times = { offset: 10, step: 10 };
  expect(levelStep(times, 90)).toBeCloseTo(levelOf(100, times) - levelOf(90, times), 10);
  expect(levelStep({ offset: null, step: 5 }, 90)).toBe(5);
});
