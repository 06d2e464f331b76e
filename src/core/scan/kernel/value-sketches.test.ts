import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHash, SKETCH_BYTES } from '../../base/distinct-sketch.ts';
import { MOST_SKETCH_BYTES, ValueSketches } from './value-sketches.ts';

test('each value of each signature has the sketch of its hashes', () => {
  const line = fc.record({ signature: fc.nat(99), hashes: fc.tuple(fc.integer(), fc.integer()) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 300 }), (lines) => {
      const sketches = new ValueSketches();
      const known = new Map<number, number>();
      const expected = new Uint8Array(200 * SKETCH_BYTES);
      for (const { signature, hashes } of lines) {
        const number = known.get(signature) ?? known.size;
        known.set(signature, number);
        sketches.add(number, Int32Array.from(hashes), 2);
        for (const [i, hash] of hashes.entries()) addHash(expected, (2 * number + i) * SKETCH_BYTES, hash);
      }
      const end = 2 * known.size * SKETCH_BYTES;
      expect(sketches.at[known.size]).toBe(end);
      expect(sketches.registers.slice(0, end)).toEqual(expected.slice(0, end));
    }),
  );
});

test('all are dropped once they would not fit', () => {
  const sketches = new ValueSketches();
  const hashes = new Int32Array(16);
  const most = MOST_SKETCH_BYTES / SKETCH_BYTES / 16;
  for (let signature = 0; signature < most; signature++) sketches.add(signature, hashes, 16);
  expect(sketches.isDropped).toBe(false);
  sketches.add(most, hashes, 0);
  expect(sketches.isDropped).toBe(false);
  sketches.add(most + 1, hashes, 1);
  expect(sketches.isDropped).toBe(true);
});
