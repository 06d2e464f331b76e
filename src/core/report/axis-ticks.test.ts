import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearTicks, logTicks, ticksFromZero, timeTicks } from './axis-ticks.ts';

const at = (iso: string) => Date.parse(iso);

test('a quarter of an hour is marked every five minutes', () => {
  expect(timeTicks(at('2008-11-09T20:35:18Z'), at('2008-11-09T20:50:01Z'), 5)).toEqual([
    at('2008-11-09T20:40:00Z'),
    at('2008-11-09T20:45:00Z'),
    at('2008-11-09T20:50:00Z'),
  ]);
});

test('time ticks are few, ascending and inside the span, from milliseconds to centuries', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 4e12 }),
      fc.integer({ min: 0, max: 1e13 }),
      fc.integer({ min: 1, max: 12 }),
      (first, length, most) => {
        const ticks = timeTicks(first, first + length, most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
        for (const tick of ticks) expect(tick >= first && tick <= first + length).toBe(true);
      },
    ),
  );
});

test('a logarithmic axis encloses the values, with few ticks', () => {
  expect(logTicks(0.0003, 1)).toEqual([0.0001, 0.001, 0.01, 0.1, 1]);
  expect(logTicks(0.21, 2.9)).toEqual([0.2, 0.5, 1, 2, 5]);
  expect(logTicks(0.01, 0.01)).toEqual([0.01, 0.02]);
  expect(logTicks(1, 1)).toEqual([1, 2]);
});

test('round numbers inside a range', () => {
  expect(linearTicks(2214, 2869, 5)).toEqual([2400, 2600, 2800]);
  expect(linearTicks(1, 42, 6)).toEqual([10, 20, 30, 40]);
  expect(linearTicks(7, 7, 5)).toEqual([7]);
});

test('an axis from zero ends on a round number that is not below the largest value', () => {
  expect(ticksFromZero(2.6, 5, false)).toEqual([0, 1, 2, 3]);
  expect(ticksFromZero(0.28, 5, false)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(ticksFromZero(330, 5, true)).toEqual([0, 100, 200, 300, 400]);
  expect(ticksFromZero(2, 5, true)).toEqual([0, 1, 2]);
  expect(ticksFromZero(0, 5, true)).toEqual([0, 1]);
});

test('ticks from zero are few and enclose any value', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), fc.boolean(), (largest, whole) => {
      const ticks = ticksFromZero(largest, 5, whole);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-12));
    }),
  );
});
