import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogKey } from '../../base/brand.ts';
import { fitNorm, type Norm, surpriseUnder } from '../norm.ts';
import { mergeNorm, mergeRates, mergeSteps, mergeValues } from './merge-norms.ts';

const key = (index: number) => index as LogKey;

function norm(from: number, to: number, offset: number | null = null): Norm {
  const values = Float64Array.from({ length: 100 }, (_, at) => from + ((to - from) * at) / 99);
  const fitted = fitNorm(values, { offset, leastScale: () => 0.01 });
  if (fitted === undefined) throw new RangeError('There are too few values');
  return fitted;
}

test('what is usual in either log is usual in both together', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 250, noNaN: true }), (value) => {
      const [a, b] = [norm(0, 10), norm(100, 180)];
      const most = Math.min(surpriseUnder(a, value), surpriseUnder(b, value));
      expect(surpriseUnder(mergeNorm(a, b), value)).toBeLessThanOrEqual(most + 1e-9);
    }),
  );
  expect(mergeNorm(norm(0, 10), norm(100, 180))).toMatchObject({ count: 200, high: norm(100, 180).high });
  expect(surpriseUnder(mergeNorm(norm(0, 10), norm(100, 180)), 500)).toBeGreaterThan(3);
});

test('norms that compare differently are not mixed', () => {
  const byRatio = norm(1, 10, 1);
  expect(mergeNorm(norm(0, 10), byRatio)).toBe(byRatio);
});

test('steps: a norm tells more than none, and both have their say', () => {
  const [short, long] = [norm(0, 10), norm(50, 60)];
  const a = {
    resolution: 1,
    pairs: [
      [key(0), key(1), short],
      [key(1), key(2), null],
    ] as const,
    keys: [],
    repeats: [],
  };
  const b = {
    resolution: 10,
    pairs: [
      [key(1), key(2), 'of-key'],
      [key(0), key(1), long],
      [key(5), key(1), null],
    ] as const,
    keys: [[key(1), long] as const],
    repeats: [],
  };
  expect(mergeSteps(a, b)).toEqual({
    resolution: 1,
    pairs: [
      [key(0), key(1), mergeNorm(short, long)],
      [key(1), key(2), 'of-key'],
      [key(5), key(1), null],
    ],
    keys: [[key(1), long]],
    repeats: [],
  });
});

test('values: known ones are those of both, and a place of another kind is not judged', () => {
  const at = (place: number) => ({ key: key(place), wildcard: 0, nth: 0, unit: '' }) as const;
  const words = (place: number, values: string[], unseen: number) =>
    ({ ...at(place), kind: 'words', values, unseen }) as const;
  const amount = (place: number, own: Norm) => ({ ...at(place), kind: 'amount', norm: own }) as const;
  const a = [words(0, ['GET', 'PUT'], 5), words(1, ['x'], 4), amount(2, norm(0, 1))];
  const b = [amount(2, norm(5, 6)), words(0, ['PUT', 'POST'], 3), amount(1, norm(0, 1))];
  expect(mergeValues(a, b)).toEqual([
    words(0, ['GET', 'PUT', 'POST'], 3),
    amount(2, mergeNorm(norm(0, 1), norm(5, 6))),
  ]);
});

test('rates: counts add up, and a log without rates has no say', () => {
  const rate = (bursts: readonly (Norm | number | null)[]) => [{ key: key(0), count: 10, bursts }];
  const a = { unit: 'lines', span: 100, keys: rate([7, null, norm(0, 5)]) } as const;
  const b = { unit: 'lines', span: 50, keys: rate([3, 9, 2]) } as const;
  expect(mergeRates(a, b)).toEqual({
    unit: 'lines',
    span: 150,
    keys: [{ key: 0, count: 20, bursts: [3, 9, norm(0, 5)] }],
  });
  const none = { unit: 'lines', span: 0, keys: [] } as const;
  expect(mergeRates(none, b)).toBe(b);
  expect(mergeRates({ ...a, unit: 'milliseconds' }, b)).toBe(b);
});
