import { describe, expect, test } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { ERROR_NORMS, fitErrorNorm, surpriseOfError, usualErrors } from './error-norm.ts';

const random = createRandom(1);
const norm = fitErrorNorm(
  Float64Array.from({ length: 2000 }, () => 0.2 * random.normal() - 0.1),
  1e-3,
) ?? { quantiles: undefined, mean: 0, deviation: 0 };

function fitted() {
  if (norm.quantiles === undefined) throw new Error('There is no norm');
  return norm;
}

describe('what errors are usual', () => {
  test('a normal distribution has their mean and deviation', () => {
    expect(fitted().mean).toBeCloseTo(-0.1, 1);
    expect(fitted().deviation).toBeCloseTo(0.2, 1);
  });

  test.each([
    ['gaussian-98', 0.02],
    ['gaussian-99', 0.01],
    ['gaussian-99.9', 0.001],
  ] as const)('%s: outside its interval lies that share, and is as surprising as it is rare', (name, share) => {
    const own = fitted();
    const { from, to } = usualErrors(own, name);
    expect((from + to) / 2).toBeCloseTo(own.mean, 10);
    expect(surpriseOfError(own, from, name)).toBe(0);
    expect(surpriseOfError(own, to + 1e-9, name)).toBeCloseTo(-Math.log(share), 4);
    expect(surpriseOfError(own, from - 1e-9, name)).toBeCloseTo(-Math.log(share), 4);
  });

  test('five deviations off are rarer than one in a million; a hundred are no more than never', () => {
    const { mean, deviation } = fitted();
    expect(surpriseOfError(fitted(), mean + 5 * deviation, 'gaussian-98')).toBeCloseTo(-Math.log(5.733e-7), 3);
    expect(surpriseOfError(fitted(), mean + 100 * deviation, 'gaussian-98')).toBe(50);
  });

  test('quantiles are taken from the errors themselves', () => {
    const { from, to } = usualErrors(fitted(), 'empirical');
    expect(from).toBeCloseTo(-0.1 - 2.33 * 0.2, 0.9);
    expect(to).toBeCloseTo(-0.1 + 2.33 * 0.2, 0.9);
    expect(surpriseOfError(fitted(), 5, 'empirical')).toBeGreaterThan(10);
  });

  test('errors of nothing are as small as the unit says', () => {
    const exact = fitErrorNorm(new Float64Array(100), 0.01);
    expect(exact?.deviation).toBe(0.01);
    for (const name of ERROR_NORMS) expect(exact && surpriseOfError(exact, 0.001, name)).toBeLessThan(Math.log(20));
  });

  test('few errors, and errors that drift, have no norm', () => {
    expect(fitErrorNorm(new Float64Array(10), 1)).toBeUndefined();
    const later = Float64Array.from({ length: 600 }, (_, i) => random.normal() + (i < 400 ? 0 : 100));
    expect(fitErrorNorm(later, 1e-3)).toBeUndefined();
  });
});
