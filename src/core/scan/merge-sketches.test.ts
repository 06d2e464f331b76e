import { expect, test } from 'vitest';
import { SKETCH_BYTES } from '../base/distinct-sketch.ts';
import { MOST_SKETCH_BYTES } from './kernel/value-sketches.ts';
import { mergeSketches } from './merge-sketches.ts';

const part = (...ranks: readonly number[]) => ({
  registers: Uint8Array.from(ranks.flatMap((rank) => new Array(SKETCH_BYTES).fill(rank))),
  at: Int32Array.from({ length: ranks.length + 1 }, (_, i) => i * SKETCH_BYTES),
});

test('signatures of several parts have the higher ranks of both', () => {
  const merged = mergeSketches([part(1, 5), part(3, 2, 4)], [undefined, Int32Array.of(1, 2, 0)], 3);
  expect(merged).toEqual(part(4, 5, 2));
});

test('parts together have none where they would not fit, nor where a part has none', () => {
  const half = { registers: new Uint8Array(MOST_SKETCH_BYTES), at: Int32Array.of(0, MOST_SKETCH_BYTES) };
  expect(mergeSketches([half, half], [undefined, Int32Array.of(0)], 1)?.at).toEqual(half.at);
  expect(mergeSketches([half, part(1)], [undefined, Int32Array.of(1)], 2)).toBeUndefined();
  expect(mergeSketches([part(1), undefined], [undefined, Int32Array.of(0)], 1)).toBeUndefined();
});
