import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WILDCARD } from '../scan/tokens.ts';
import { NearestIndex } from './nearest-index.ts';
import { WordTable } from './word-table.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', WILDCARD), { maxLength: 8 });
const unknown = fc.array(fc.constantFrom('a', 'b', 'new', WILDCARD), { maxLength: 8 });

test('finds what comparing with all sequences finds', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), fc.oneof(words, unknown), (sequences, tokens) => {
      const shares = sequences.map((sequence) => sharedShare(sequence, tokens));
      const most = Math.max(0, ...shares);
      expect(new NearestIndex(sequences, new WordTable()).find(tokens)).toBe(most === 0 ? -1 : shares.indexOf(most));
    }),
  );
});

/** Dice over multisets of constant words. */
function sharedShare(a: readonly string[], b: readonly string[]): number {
  const own = a.filter((word) => word !== WILDCARD);
  const left = b.filter((word) => word !== WILDCARD);
  const total = own.length + left.length;
  let shared = 0;
  for (const word of own) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}
