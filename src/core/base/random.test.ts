import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

const draw = (next: () => number, count: number) => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(createRandom(7).uniform, 5)).toEqual(draw(createRandom(7).uniform, 5));
  expect(draw(createRandom(7).uniform, 5)).not.toEqual(draw(createRandom(8).uniform, 5));
});

test('a source goes on from the state of another', () => {
  const first = createRandom(7);
  draw(first.normal, 3);
  const second = createRandom(first.state());
  expect(draw(second.uniform, 5)).toEqual(draw(first.uniform, 5));
});

test('uniform numbers fill [0, 1) evenly', () => {
  const values = draw(createRandom(1).uniform, 20_000);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) {
    const inside = values.filter((value) => Math.floor(value * 10) === tenth).length;
    expect(Math.abs(inside - 2000)).toBeLessThan(200);
  }
});

test('normal numbers have mean 0 and variance 1', () => {
  const values = draw(createRandom(2).normal, 20_000);
  expect(mean(values)).toBeCloseTo(0, 1);
  expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1);
});
