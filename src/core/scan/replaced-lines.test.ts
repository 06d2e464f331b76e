import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_HEADER } from './header-format.ts';
import { LogScanner } from './log-scanner.ts';
import { mergeParts } from './merge-parts.ts';
import type { ScanPart } from './scan-part.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const MINED = 65_536;

function partOf(blocks: readonly Uint8Array[]): ScanPart {
  const scanner = new LogScanner({ header: NO_HEADER, identifiers: [], decode: (bytes) => decoder.decode(bytes) });
  scanner.beginFile('log', 0, 'lf', 0, 0);
  for (const block of blocks) scanner.push(block);
  return scanner.finishPart();
}

function replacedIn(...parts: readonly ScanPart[]) {
  const { replacedLines, replacedCharacters } = mergeParts(parts, NO_HEADER);
  return { lines: [...replacedLines], characters: replacedCharacters };
}

const word = fc.constantFrom('up ', 'größe ', '漢字 ', '😀', 'a fairly long stretch of nothing but ASCII '.repeat(8));
const invalid = fc.constantFrom([0x80], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xff, 0xfe], [0xef, 0xbf, 0xbd]);
const line = fc
  .array(fc.oneof({ arbitrary: word, weight: 4 }, invalid), { maxLength: 5 })
  .map((parts) => parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)));

test('replaced characters are counted by lines, however the bytes are cut into blocks and parts', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 4 }),
      (lines, cuts) => {
        const bytes = Uint8Array.from(lines.flatMap((values) => [...values, 10]));
        const perLine = lines.map((values) => decoder.decode(Uint8Array.from(values)).split('\ufffd').length - 1);
        const expected = {
          lines: perLine.flatMap((count, at) => (count > 0 ? [at] : [])),
          characters: perLine.reduce((sum, count) => sum + count, 0),
        };
        const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
        expect(replacedIn(partOf(places.slice(1).map((end, i) => bytes.slice(places[i], end))))).toEqual(expected);
        const half = lines.length >> 1;
        const behind = lines.slice(0, half).reduce((sum, { length }) => sum + length + 1, 0);
        expect(replacedIn(partOf([bytes.slice(0, behind)]), partOf([bytes.slice(behind)]))).toEqual(expected);
      },
    ),
  );
});

test('a character that the mining limit cuts in two is none that is replaced', () => {
  const cutIn = (text: string) => encoder.encode(`${'x'.repeat(MINED - 2)}${text}\n`);
  expect(replacedIn(partOf([cutIn('漢字')]))).toEqual({ lines: [], characters: 0 });
  expect(replacedIn(partOf([cutIn('\ufffd\n')]))).toEqual({ lines: [], characters: 0 });
  expect(replacedIn(partOf([encoder.encode('\ufffd'), cutIn('漢字')]))).toEqual({ lines: [0], characters: 1 });
});
