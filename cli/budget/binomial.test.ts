import { expect, test } from 'vitest';
import { binomialInterval } from './binomial.ts';

test.each([
  // Of 10 throws of a coin 2 to 8 heads are usual: 1 or fewer have a chance of 11 / 1,024, 2 or fewer one of 56 / 1,024.
  [10, 0.5, { least: 2, most: 8 }],
  // With a mean of 0.9 there is none in 41 % of all cases, and more than 3 in 1.3 %.
  [900, 0.001, { least: 0, most: 3 }],
  [10_000, 0.001, { least: 4, most: 17 }],
  [0, 0.001, { least: 0, most: 0 }],
])('%d trials with a chance of %d', (trials, chance, expected) => {
  expect(binomialInterval(trials, chance)).toEqual(expected);
});
