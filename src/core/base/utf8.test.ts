import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasHighBytes, isReplacement, sequenceAt } from './utf8.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The lengths of what `sequenceAt` takes for characters or invalid sequences, and how many of them decode to U+FFFD. */
function replacedIn(bytes: Uint8Array): number {
  let replaced = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = (bytes[at] as number) < 0x80 ? 1 : sequenceAt(bytes, at, bytes.length);
    if (length < 0 || isReplacement(bytes, at)) replaced++;
    at += Math.abs(length);
  }
  return replaced;
}

const byte = fc.oneof(
  fc.nat(255),
  fc.constantFrom(0x80, 0x9f, 0xa0, 0xbd, 0xbf, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 65),
);

test('as many characters are replaced as browsers replace, in any bytes', () => {
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (values) => {
      const bytes = Uint8Array.from(values);
      expect(replacedIn(bytes)).toBe([...decoder.decode(bytes)].filter((letter) => letter === '\ufffd').length);
    }),
    { numRuns: 5000 },
  );
});

test('a byte beyond ASCII is seen wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat(7), fc.integer({ min: 0, max: 600 }), fc.nat(), (shift, length, place) => {
      const bytes = new Uint8Array(shift + length + 20).fill(0xff, shift + length).subarray(shift);
      bytes.fill(0x7f, 0, length);
      expect(hasHighBytes(bytes, 0, length)).toBe(false);
      if (length === 0) return;
      bytes[place % length] = 0x80;
      expect(hasHighBytes(bytes, 0, length)).toBe(true);
    }),
  );
});
