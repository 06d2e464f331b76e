import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test('is a value that occurs', () => {
  expect([0, 0.5, 0.95, 1].map((share) => quantile([1, 2, 3, 10], share))).toEqual([1, 2, 10, 10]);
  expect(quantile([7], 0.5)).toBe(7);
});

test('the given share of the values does not exceed it', () => {
  const someValues = fc.array(fc.integer(), { minLength: 1 }).map((values) => values.sort((a, b) => a - b));
  fc.assert(
    fc.property(someValues, fc.double({ min: 0, max: 1, noNaN: true }), (sorted, share) => {
      const value = quantile(sorted, share);
      expect(sorted).toContain(value);
      expect(sorted.filter((other) => other <= value).length).toBeGreaterThanOrEqual(share * sorted.length);
    }),
  );
});

test('nothing has no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});
