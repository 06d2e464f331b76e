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
