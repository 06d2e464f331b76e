import { expect, test } from 'vitest';
import { bandOf } from './band.ts';

const amount = { kind: 'amount', wildcard: 0, nth: 0, count: 9, unit: '' } as const;

test('the usual range and the value on one line', () => {
  expect(bandOf({ ...amount, value: 4, min: 0, low: 2, high: 8, max: 10 })).toEqual({
    low: 0.2,
    high: 0.8,
    at: 0.4,
    isLogarithmic: false,
  });
  expect(bandOf({ ...amount, value: 20, min: 0, low: 2, high: 8, max: 10 })).toMatchObject({ high: 0.4, at: 1 });
  expect(bandOf({ ...amount, value: -10, min: 0, low: 0, high: 10, max: 10 })).toMatchObject({ low: 0.5, at: 0 });
});

test('where values differ by much the line is logarithmic', () => {
  const band = bandOf({ ...amount, value: 10_000, min: 1, low: 1, high: 100, max: 100 });
  expect(band.isLogarithmic).toBe(true);
  expect([band.low, band.high, band.at].map((share) => share.toFixed(3))).toEqual(['0.000', '0.500', '1.000']);
});

test('where all are the same it is in the middle', () => {
  expect(bandOf({ ...amount, value: 3, min: 3, low: 3, high: 3, max: 3 })).toMatchObject({
    low: 0.5,
    high: 0.5,
    at: 0.5,
  });
});
