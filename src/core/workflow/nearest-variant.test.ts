import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysOfLetters, letterOf } from './letters.fixture.ts';
import { nearestVariant } from './nearest-variant.ts';

const variants = ['abcdef', 'abxyef', 'abc'].map((word, at) => ({ keys: keysOfLetters(word), count: 30 - at }));

function nearest(word: string, position: number): string {
  const found = nearestVariant(variants, keysOfLetters(word), position);
  return found === undefined
    ? 'none'
    : `${found.variant.keys.map(letterOf).join('')} ${found.distance} ${found.goesOn.map(letterOf).join('')}`;
}

test.each([
  ['abdef', 2, 'abcdef 1 cdef'],
  ['abdef', 3, 'abcdef 1 ef'],
  ['abxyzef', 4, 'abxyef 1 ef'],
  ['ab', 2, 'abc 1 c'],
  ['abc', 3, 'abc 0 '],
])('of %s behind %i events', (word, position, expected) => {
  expect(nearest(word, position)).toBe(expected);
});

test('there is nothing to compare with where there are no variants, or the session is very long', () => {
  expect(nearestVariant([], [1, 2], 1)).toBeUndefined();
  expect(nearest('a'.repeat(500), 3)).toBe('none');
});

test('a sequence is itself the nearest, and what it goes on with is its rest', () => {
  const sequence = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(sequence, fc.array(sequence, { maxLength: 5 }), fc.nat(12), (keys, others, at) => {
      const position = Math.min(at, keys.length);
      const all = [...others, keys].map((one) => ({ keys: one, count: 1 }));
      const found = nearestVariant(all, keys, position);
      expect(found?.distance).toBe(0);
      expect(found?.goesOn).toEqual(keys.slice(position));
    }),
  );
});
