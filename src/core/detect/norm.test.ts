import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
import { fitCheckedNorm, fitNorm, type Norm, surpriseUnder } from './norm.ts';

const PLAIN = { offset: null, leastScale: () => 0 };
const RATIOS = { offset: 1, leastScale: (bound: number) => Math.log1p(1 / (bound + 1)) };

function normals(count: number, mean = 0, deviation = 1, seed = 1): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: count }, () => mean + deviation * random.normal());
}

const given = (norm: Norm | undefined): Norm => {
  if (norm === undefined) throw new Error('There is no norm');
  return norm;
};

describe('a norm', () => {
  test('says what is usual', () => {
    const norm = given(fitNorm(normals(10_000, 50, 10), PLAIN));
    expect(norm.median).toBeCloseTo(50, 0);
    expect(norm.low).toBeCloseTo(26.7, 0);
    expect(norm.high).toBeCloseTo(73.3, 0);
  });

  test.each([100, 1000])('values five deviations off stand out of %i normal ones', (count) => {
    const norm = given(fitNorm(normals(count, 50, 10), PLAIN));
    const usual = normals(1000, 50, 10, 2).map((value) => surpriseUnder(norm, value));
    const most = usual.sort()[998] as number;
    expect(surpriseUnder(norm, 101)).toBeGreaterThan(most + 2);
    expect(surpriseUnder(norm, -1)).toBeGreaterThan(most + 2);
  });

  test('a value is more surprising the further out it is', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 20, maxLength: 100 });
    const two = fc.tuple(fc.double({ min: -2e6, max: 2e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(values, two, (all, [value, further]) => {
        const norm = given(fitNorm(Float64Array.from(all), PLAIN));
        const outwards = value >= norm.median ? value + further : value - further;
        expect(surpriseUnder(norm, outwards)).toBeGreaterThanOrEqual(surpriseUnder(norm, value));
        expect(surpriseUnder(norm, norm.median)).toBe(0);
      }),
    );
  });

  test('anomalies among the values do not hide others', () => {
    const values = normals(1000, 50, 10);
    for (let i = 0; i < 5; i++) values[i * 100] = 1000;
    expect(surpriseUnder(given(fitNorm(values, PLAIN)), 110)).toBeGreaterThan(8);
  });

  test('ratios are what counts where values are compared by them', () => {
    const values = normals(1000, 3, 0.2).map(Math.exp);
    const norm = given(fitNorm(values, RATIOS));
    expect(surpriseUnder(norm, 3 * norm.median)).toBeGreaterThan(10);
    expect(surpriseUnder(norm, norm.median / 3)).toBeGreaterThan(8);
  });

  test('values that were always the same make a bound no sharper than asked', () => {
    const norm = given(fitNorm(new Float64Array(100).fill(7), { offset: null, leastScale: () => 1 }));
    expect(surpriseUnder(norm, 7)).toBe(0);
    expect(surpriseUnder(norm, 9)).toBeCloseTo(2 - Math.log(norm.share));
  });

  test('too few values make none, and a value that is no number is nothing unusual', () => {
    expect(fitNorm(normals(19), PLAIN)).toBeUndefined();
    expect(surpriseUnder(given(fitNorm(normals(20), PLAIN)), Number.NaN)).toBe(0);
  });
});

describe('a norm tested on later values', () => {
  test('is as it was fitted where these are alike', () => {
    const values = normals(900, 50, 10);
    expect(fitCheckedNorm(values, PLAIN)).toEqual(fitNorm(values.subarray(0, 600), PLAIN));
  });

  test('is wider where they spread more', () => {
    const values = normals(900, 50, 10);
    for (let i = 600; i < 900; i += 20) values[i] = 150;
    const [plain, checked] = [fitNorm(values.subarray(0, 600), PLAIN), fitCheckedNorm(values, PLAIN)];
    expect(surpriseUnder(given(checked), 150)).toBeLessThan(surpriseUnder(given(plain), 150) / 2);
  });

  test('one anomaly among them widens nothing', () => {
    const values = normals(900, 50, 10);
    const before = fitCheckedNorm(values, PLAIN);
    values[800] = 1e6;
    expect(fitCheckedNorm(values, PLAIN)).toEqual(before);
  });

  test('there is none for a counter', () => {
    expect(
      fitCheckedNorm(
        Float64Array.from({ length: 900 }, (_, index) => index),
        PLAIN,
      ),
    ).toBeUndefined();
  });
});
