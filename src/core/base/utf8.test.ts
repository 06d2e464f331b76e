import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextReplaced, sequenceAt } from './utf8.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function replacedIn(bytes: Uint8Array): number {
  let replaced = 0;
  for (let at = nextReplaced(bytes, 0, bytes.length); at < bytes.length; ) {
    replaced++;
    at = nextReplaced(bytes, at + Math.abs(sequenceAt(bytes, at, bytes.length)), bytes.length);
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

test('what is replaced is found in long stretches too, wherever it stands', () => {
  const text = fc.array(fc.constantFrom('ASCII and more of it ', 'größe', '漢字', '😀', '\n'), { maxLength: 60 });
  fc.assert(
    fc.property(fc.nat(7), text, text, fc.constantFrom(0x80, 0xc3, 0xff), (shift, before, behind, odd) => {
      const encoder = new TextEncoder();
      const [head, tail] = [encoder.encode(before.join('')), encoder.encode(`\n${behind.join('')}`)];
      const bytes = Uint8Array.from([...new Uint8Array(shift).fill(0xff), ...head, odd, ...tail]).subarray(shift);
      expect(nextReplaced(bytes, 0, bytes.length)).toBe(head.length);
      expect(nextReplaced(bytes, head.length + 1, bytes.length)).toBe(bytes.length);
      expect(nextReplaced(bytes, 0, head.length)).toBe(head.length);
    }),
    { numRuns: 1000 },
  );
});
