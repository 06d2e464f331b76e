import { describe, expect, test } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { range } from '../../sequence/split.ts';
import { levelOf } from '../comparison.ts';
import { baseOf, fitScaling, restored } from './scaling.ts';

const random = createRandom(1);
const positions = range(10, 400);
const scalingOf = (numbers: readonly number[]) => fitScaling((at) => numbers[at] ?? Number.NaN, positions);

describe('scaling', () => {
  test('a number that stays where it is is standardised', () => {
    const scaling = scalingOf(range(0, 400).map(() => 100 + 10 * random.normal()));
    expect(scaling).toMatchObject({ by: 'level', offset: null });
    expect(scaling?.centre).toBeCloseTo(100, -0.5);
    expect(scaling?.spread).toBeCloseTo(10, -0.5);
  });

  test('a counter is learnt as the difference from the median of the latest three', () => {
    const numbers = range(0, 400).map((at) => 50 * at);
    const scaling = scalingOf(numbers);
    expect(scaling).toMatchObject({ by: 'difference', centre: 100 });
    expect(scaling && baseOf(scaling, (at) => numbers[at] ?? Number.NaN, 20)).toBe(50 * 18);
  });

  test('what spreads upwards is scaled by ratio', () => {
    expect(scalingOf(range(0, 400).map(() => Math.exp(3 + 2 * random.normal())))).toMatchObject({ offset: 0 });
  });

  test('numbers that are all alike, or missing, have none', () => {
    expect(scalingOf(range(0, 400).map(() => 7))).toBeUndefined();
    expect(scalingOf([])).toBeUndefined();
  });

  test('the latest numbers are looked for among the last ten vectors only', () => {
    const numbers = range(0, 400).map((at) => (at < 20 ? at : Number.NaN));
    const counter = { offset: null, by: 'difference', centre: 0, spread: 1, unit: 1 } as const;
    const base = (at: number) => baseOf(counter, (before) => numbers[before] ?? Number.NaN, at);
    expect([base(1), base(21), base(30), base(0)]).toEqual([0, 18, Number.NaN, Number.NaN]);
  });

  test('a level gives back its number, no finer than such numbers differ', () => {
    const whole = scalingOf(range(0, 400).map((at) => 100 + 10 * (at % 8)));
    expect(whole && restored(123.4, whole)).toBe(120);
    const skewed = { offset: 0, by: 'level', centre: 0, spread: 1, unit: 1 } as const;
    expect(restored(levelOf(250, skewed), skewed)).toBeCloseTo(250, 8);
  });
});
