import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountVector } from './count-vectors.ts';
import { NearestVector } from './nearest-vector.ts';

const SYMBOLS = 5;
const counts = fc.array(fc.nat(4), { minLength: SYMBOLS, maxLength: SYMBOLS });
const weights = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: SYMBOLS, maxLength: SYMBOLS });

function vectorOf(dense: readonly number[]): CountVector {
  const symbol = dense.flatMap((count, at) => (count > 0 ? [at] : []));
  return { symbol, count: symbol.map((at) => dense[at] ?? 0) };
}

function slowly(all: readonly number[][], sought: readonly number[], weigh: readonly number[], onlyExcess: boolean) {
  const difference = (more: number) => (onlyExcess ? Math.max(0, more) : Math.abs(more));
  const distances = all.map((one) =>
    one.reduce((sum, count, at) => sum + (weigh[at] ?? 0) * difference((sought[at] ?? 0) - count), 0),
  );
  return Math.min(...distances);
}

test('the distance is that of a search through all vectors', () => {
  const vectors = fc.array(counts, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      vectors,
      fc.array(counts, { minLength: 1 }),
      weights,
      fc.boolean(),
      (all, sought, weigh, onlyExcess) => {
        const nearest = new NearestVector(all.map(vectorOf), weigh);
        for (const one of sought) {
          const found = nearest.find(vectorOf(one), onlyExcess);
          expect(found.distance).toBeCloseTo(slowly(all, one, weigh, onlyExcess), 9);
        }
      },
    ),
  );
});

test('a vector that is known is at no distance, and is the one that is found', () => {
  const vector = vectorOf([1, 0, 2, 0, 0]);
  const found = new NearestVector([vectorOf([1, 0, 2, 1, 0]), vector], [1 / 3, 1 / 7, 1 / 0.3, 1, 1]).find(vector);
  expect(found).toEqual({ distance: 0, vector });
});

test('where none is known nothing is far', () => {
  expect(new NearestVector([], [1]).find(vectorOf([1]))).toEqual({ distance: 0, vector: undefined });
});
