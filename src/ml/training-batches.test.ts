import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../core/base/random.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { shuffled, trainingBatches } from './training-batches.ts';
import { windowSets } from './windows.fixture.ts';

const sessions = fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 12 }), { minLength: 1, maxLength: 60 });

test('the mean over the batches weighs every event alike', () => {
  fc.assert(
    fc.property(sessions, fc.integer(), fc.nat({ max: 400 }), (keys, seed, marks) => {
      const { train } = windowSets(keys, 4);
      const marked = Int32Array.from({ length: Math.min(marks, train.count) }, (_, row) => row);
      const batches = trainingBatches(train, createRandom(seed), marked);
      const weight = new Float64Array(train.count);
      for (const { rows, eventWeight } of batches) {
        rows.forEach((row, index) => {
          weight[row] = (weight[row] as number) + (eventWeight[index] as number) / batches.length;
        });
      }
      for (const value of weight) expect(value * train.total).toBeCloseTo(1, 4);
    }),
    { numRuns: 50 },
  );
});

test('windows with many events stand in every batch, the others in one', () => {
  const set = manyWindows(400, (window) => (window === 7 ? 10_000 : 1));
  const batches = trainingBatches(set, createRandom(1));
  expect(batches.length).toBe(16);
  expect(batches.every(({ rows }) => rows.includes(7))).toBe(true);
  expect(batches.flatMap(({ rows }) => Array.from(rows)).filter((row) => row !== 7).length).toBe(399);
});

test('marked windows stand in every batch; of many, each in as many batches as leave them small', () => {
  const set = manyWindows(2000, () => 1);
  const all = Int32Array.from({ length: 300 }, (_, at) => 6 * at);
  const few = trainingBatches(set, createRandom(1), all.subarray(0, 2));
  expect(few.every(({ rows }) => rows.includes(0) && rows.includes(6))).toBe(true);
  const many = trainingBatches(set, createRandom(1), all);
  expect(many).toHaveLength(16);
  const comes = (row: number) => many.filter(({ rows }) => rows.includes(row)).length;
  expect(new Set(Array.from(all, comes))).toEqual(new Set([4]));
  expect(Math.max(...many.map(({ rows }) => rows.length))).toBeLessThanOrEqual(128 + 75);
});

test('windows of few events each stand in one batch, however many there are', () => {
  const batches = trainingBatches(
    manyWindows(5000, () => 1),
    createRandom(1),
  );
  expect(batches.flatMap(({ rows }) => Array.from(rows)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 5000 }, (_, i) => i),
  );
});

test('a batch stays small, and grows only where a pass would have very many', () => {
  const large = trainingBatches(
    manyWindows(40_000, () => 1),
    createRandom(1),
  );
  expect(large.length).toBe(255);
  for (const count of [1, 15, 1000, 5000]) {
    const batches = trainingBatches(
      manyWindows(count, () => 1),
      createRandom(1),
    );
    expect(Math.max(...batches.map(({ rows }) => rows.length))).toBeLessThanOrEqual(256);
  }
});

test('a shuffle keeps all numbers and follows the seed', () => {
  const order = shuffled(50, createRandom(1));
  expect(order).not.toEqual(Int32Array.from({ length: 50 }, (_, index) => index));
  expect(order.slice().sort()).toEqual(Int32Array.from({ length: 50 }, (_, index) => index));
  expect(shuffled(50, createRandom(1))).toEqual(order);
  expect(shuffled(50, createRandom(2))).not.toEqual(order);
});

/** A set of windows of two symbols, each with one successor. */
function manyWindows(count: number, events: (window: number) => number): WindowSet {
  const nextCount = Int32Array.from({ length: count }, (_, window) => events(window));
  return {
    history: 2,
    symbols: 100,
    count,
    windows: Int32Array.from({ length: 2 * count }, (_, at) =>
      at % 2 ? (at >> 1) % 100 : Math.floor((at >> 1) / 100),
    ),
    nextStart: Int32Array.from({ length: count + 1 }, (_, window) => window),
    nextSymbol: new Int32Array(count),
    nextCount,
    total: nextCount.reduce((sum, value) => sum + value, 0),
  };
}
