import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteNeedle } from './byte-needle.ts';
import { bytesOfUnits } from './bytes.ts';

/** Where a needle stands, by the simplest search there is. */
function naive(text: string, needle: string, matchCase: boolean): number[] {
  const fold = (one: string) => (matchCase ? one : one.toLowerCase());
  return Array.from(text, (_, at) => at).filter((at) => fold(text.slice(at, at + needle.length)) === fold(needle));
}

function found(text: string, needle: string, matchCase: boolean): number[] {
  const bytes = bytesOfUnits(text);
  const one = new ByteNeedle(bytesOfUnits(needle), matchCase);
  const places: number[] = [];
  for (let at = one.findIn(bytes, 0); at >= 0; at = one.findIn(bytes, at + 1)) places.push(at);
  return places;
}

test('every place is found, overlapping ones too', () => {
  const letters = fc.constantFrom('a', 'A', 'b', ' ');
  const text = fc.string({ unit: letters, maxLength: 40 });
  const needle = fc.string({ unit: letters, minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(text, needle, fc.boolean(), (hay, one, matchCase) => {
      expect(found(hay, one, matchCase)).toEqual(naive(hay, one, matchCase));
    }),
  );
});

test('only letters are folded: @ is no small `, [ no {', () => {
  expect(found('@ ` [ {', '`', false)).toEqual([2]);
  expect(found('@ ` [ {', '[', false)).toEqual([4]);
});

test('a needle has an end', () => {
  expect(() => new ByteNeedle(new Uint8Array(0), true)).toThrow(RangeError);
  expect(() => new ByteNeedle(new Uint8Array(1025), true)).toThrow(RangeError);
});
