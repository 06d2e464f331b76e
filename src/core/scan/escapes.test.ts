import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripEscapes } from './escapes.ts';

function strip(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const out = new Uint8Array(bytes.length);
  return new TextDecoder().decode(out.subarray(0, stripEscapes(bytes, 0, bytes.length, out)));
}

test.each([
  ['\x1b[32mINFO\x1b[0m up', 'INFO up'],
  ['\x1b[1;31;40mred', 'red'],
  ['\x1b]8;;http://x\x07link\x1b]8;;\x1b\\!', 'link!'],
  ['\x1bMtwo bytes', 'two bytes'],
  ['unfinished \x1b[3', 'unfinished '],
  ['unfinished \x1b]8;;', 'unfinished '],
  ['\x1b', ''],
  ['plain', 'plain'],
])('%j', (text, plain) => {
  expect(strip(text)).toBe(plain);
});

test('text is what is left of text with sequences between its characters', () => {
  const sequence = fc.constantFrom(
    '\x1b[0m',
    '\x1b[38;5;196m',
    '\x1b[2K',
    '\x1b]8;;http://x;y\x07',
    '\x1b]0;title\x1b\\',
    '\x1b=',
  );
  const text = fc.string({ unit: 'grapheme', maxLength: 4 }).filter((part) => !part.includes('\x1b'));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, sequence), { maxLength: 12 }), (parts) => {
      expect(strip(parts.flat().join(''))).toBe(parts.map(([plain]) => plain).join(''));
    }),
  );
});
