import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
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

test.each([false, true])(
  'among many vectors, some of whose symbols are rare, the distance is the same',
  (onlyExcess) => {
    const random = createRandom(1);
    const below = (end: number) => Math.floor(end * random.uniform());
    const weigh = Array.from({ length: 200 }, () => 1 + below(8));
    const oneOfMany = () => {
      const dense = weigh.map((_, symbol) => (symbol < 4 ? below(5) : 0));
      for (let more = below(4); more > 0; more--) dense[below(dense.length)] = 1 + below(3);
      return dense;
    };
    const known = Array.from({ length: 1200 }, oneOfMany);
    const nearest = new NearestVector(known.map(vectorOf), weigh);
    for (let at = 0; at < 20; at++) {
      const sought = oneOfMany();
      const { distance } = nearest.find(vectorOf(sought), onlyExcess);
      expect(distance).toBeCloseTo(slowly(known, sought, weigh, onlyExcess), 9);
    }
  },
);

test.each([false, true])('of many vectors with a symbol of their own few are looked at', (onlyExcess) => {
  let looks = 0;
  const many = Array.from({ length: 2000 }, (_, at) => ({
    get symbol() {
      looks++;
      return [0, 1, at + 2];
    },
    count: [1, 1, 1],
  }));
  const weigh = Array.from({ length: 2003 }, (_, symbol) => 1 / (symbol < 2 ? 0.3 : 0.3 + 1e-5 * symbol));
  const nearest = new NearestVector(many, weigh);
  looks = 0;
  expect(nearest.find({ symbol: [0, 1, 2002], count: [1, 1, 1] }, onlyExcess).vector).toBeDefined();
  expect(looks).toBeLessThan(50);
});
