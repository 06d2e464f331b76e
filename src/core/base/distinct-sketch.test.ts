import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHash, estimateDistinct, mergeSketch, SKETCH_BYTES } from './distinct-sketch.ts';

const hashes = fc.array(fc.integer(), { maxLength: 300 });

function sketchOf(things: Iterable<number>): Uint8Array {
  const registers = new Uint8Array(SKETCH_BYTES);
  for (const thing of things) addHash(registers, 0, thing);
  return registers;
}

function* upTo(count: number, step = 1): Generator<number> {
  for (let i = 0; i < count; i++) yield i * step;
}

test('nothing counts as none, and few things almost exactly', () => {
  expect(estimateDistinct(sketchOf([]))).toBe(0);
  for (const count of [1, 2, 3, 5, 8])
    expect(Math.abs(estimateDistinct(sketchOf(upTo(count))) - count)).toBeLessThan(1);
});

test.each([30, 100, 1_000, 20_000, 500_000])('%d things, numbered in a row or by an even step', (count) => {
  for (const step of [1, 64, 4096]) {
    const estimate = estimateDistinct(sketchOf(upTo(count, step)));
    // Three standard deviations.
    expect(Math.abs(estimate / count - 1)).toBeLessThan(0.39);
  }
});

test('is right on average', () => {
  const runs = 200;
  let sum = 0;
  for (let run = 0; run < runs; run++) sum += estimateDistinct(sketchOf(upTo(500, 1 + 2 * run)));
  expect(Math.abs(sum / runs / 500 - 1)).toBeLessThan(0.04);
});

test('full registers still give a finite number', () => {
  const estimate = estimateDistinct(new Uint8Array(SKETCH_BYTES).fill(26));
  expect(estimate).toBeGreaterThan(1e9);
  expect(Number.isFinite(estimate)).toBe(true);
});

test('neither the order of things nor repeating them matters', () => {
  fc.assert(
    fc.property(hashes, (things) => {
      const registers = sketchOf(things);
      expect(sketchOf(things.toReversed())).toEqual(registers);
      expect(sketchOf([...things, ...things])).toEqual(registers);
    }),
  );
});

test('merging parts, in any order, is counting all of them', () => {
  fc.assert(
    fc.property(hashes, hashes, (a, b) => {
      const all = sketchOf([...a, ...b]);
      const [left, right] = [sketchOf(a), sketchOf(b)];
      mergeSketch(left, 0, right, 0);
      expect(left).toEqual(all);
      mergeSketch(right, 0, sketchOf(a), 0);
      expect(right).toEqual(all);
    }),
  );
});

test('a sketch among others touches its own bytes only', () => {
  const registers = new Uint8Array(3 * SKETCH_BYTES);
  for (const thing of upTo(1000)) addHash(registers, SKETCH_BYTES, thing);
  mergeSketch(registers, SKETCH_BYTES, sketchOf(upTo(2000)), 0);
  expect(registers.subarray(0, SKETCH_BYTES).every((byte) => byte === 0)).toBe(true);
  expect(registers.subarray(2 * SKETCH_BYTES).every((byte) => byte === 0)).toBe(true);
  expect(estimateDistinct(registers, SKETCH_BYTES)).toBe(estimateDistinct(sketchOf(upTo(2000))));
});
