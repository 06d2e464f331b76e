import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countingSort } from './counting-sort.ts';

test('sorts as a stable sort by comparison does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), fc.infiniteStream(fc.nat()), (keys, picks) => {
      const order = Int32Array.from(keys, (_, thing) => thing).sort((a, b) => ((a + picks.next().value) % 7) - (b % 7));
      const expected = [...order].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
      expect([...countingSort(order, (thing) => keys[thing] ?? 0, 10)]).toEqual(expected);
    }),
  );
});
