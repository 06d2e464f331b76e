import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairIndex } from './pair-index.ts';

test('numbers pairs as a map does', () => {
  const integer = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.tuple(integer, integer), { maxLength: 1500, size: 'max' }), (pairs) => {
      const index = new PairIndex();
      const map = new Map<string, number>();
      const found = pairs.map(([first, second]) => [index.find(first, second), index.add(first, second)]);
      const expected = pairs.map(([first, second]) => {
        const text = `${first} ${second}`;
        const before = map.get(text) ?? -1;
        map.set(text, before < 0 ? map.size : before);
        return [before, map.get(text)];
      });
      expect(found).toEqual(expected);
      expect(index.size).toBe(map.size);
    }),
    { numRuns: 20 },
  );
});
