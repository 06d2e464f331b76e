import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_STAGE } from '../core/sequence/training-snapshot.ts';
import { afterLoss, isOver, rateAt } from './schedule.ts';

const PATIENCE = 2;
const after = (losses: readonly number[]) =>
  losses.reduce((state, loss) => afterLoss(state, loss, PATIENCE), FIRST_STAGE);

test('the rate stays while the loss falls', () => {
  const state = after([3, 2, 1, 0.9, 0.8, 0.7]);
  expect(rateAt(state, 0.01)).toBe(0.01);
  expect(isOver(state, PATIENCE)).toBe(false);
});

test('it falls to a third each time the loss has stood still for some passes, and training ends after the third time', () => {
  const rates = [3, 3, 3, 3, 3, 3, 3, 3].map((_, index, losses) => rateAt(after(losses.slice(0, index + 1)), 1));
  expect(rates.map((rate) => Math.round(1 / rate))).toEqual([1, 1, 3, 3, 9, 9, 27, 27]);
  expect(isOver(after([3, 3, 3, 3, 3, 3, 3, 3]), PATIENCE)).toBe(false);
  expect(isOver(after([3, 3, 3, 3, 3, 3, 3, 3, 3]), PATIENCE)).toBe(true);
});

test('a lower loss starts the wait again; one that is hardly lower does not', () => {
  expect(after([3, 3, 2])).toMatchObject({ falls: 0, waited: 0 });
  expect(after([3, 2.9999])).toMatchObject({ falls: 0, waited: 1 });
});

test('whatever the losses are, the rate never rises', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 60 }), (losses) => {
      const rates = losses.map((_, index) => rateAt(after(losses.slice(0, index + 1)), 1));
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
    }),
  );
});
