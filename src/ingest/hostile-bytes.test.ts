import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from '../core/base/packed-column.fixture.ts';
import { NO_HEADER } from '../core/scan/header-format.ts';
import { LogScanner } from '../core/scan/log-scanner.ts';
import { decodeUtf8 } from './decode.ts';
import { readLine } from './read-line.ts';
import { readLog } from './read-log.ts';

const MIB = 2 ** 20;
const encoder = new TextEncoder();
const newScanner = () => new LogScanner({ header: NO_HEADER, identifiers: [], decode: decodeUtf8 });

test('a line of 100 MB is cut and counted, and no more than a slice of it is ever held', async () => {
  const long = 100_000_000;
  const size = long + 12;
  let largest = 0;
  const source = {
    name: 'long.log',
    size,
    read: async (start: number, end: number) => {
      largest = Math.max(largest, end - start);
      const bytes = new Uint8Array(end - start).fill(122);
      for (let at = Math.max(start, long); at < end; at++)
        bytes[at - start] = encoder.encode('\nend of it.\n')[at - long] ?? 0;
      return bytes;
    },
  };
  const scanner = newScanner();
  expect(await readLog([{ source, lineEnd: 'lf' }], scanner)).toEqual({ ok: true });
  const log = scanner.finish();
  expect([log.lines, [...log.cutLines], valuesOf(log.start)]).toEqual([2, [0], [0, long + 1]]);
  expect(log.signatures.map(({ tokens }) => tokens.map(({ length }) => length))).toEqual([[65_536], [3, 2, 2]]);
  expect(largest).toBeLessThanOrEqual(16 * MIB);
  largest = 0;
  expect(await readLine(source, 0, long + 1)).toEqual({ ok: true, text: 'z'.repeat(4096), isCut: true });
  expect(largest).toBe(4096);
});

/** Sequences that no UTF-8 has: lone continuations, cut characters, overlong forms, surrogates, bytes beyond U+10FFFF. */
const INVALID = [
  [0x80],
  [0xbf],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x98],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf5],
  [0xff, 0xfe],
];

test('bytes that are no UTF-8 lose nothing but themselves: lines, words around them, offsets', () => {
  const word = fc.constantFrom('read', 'gr\u00f6\u00dfe', '\u65e5\u672c', '\ud83d\ude00', 'node');
  const line = fc.array(fc.oneof(word, fc.constantFrom(...INVALID)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), (lines, place) => {
      const bytesOf = (part: string | number[]) => (typeof part === 'string' ? [...encoder.encode(part)] : part);
      const bytes = Uint8Array.from(lines.flatMap((parts) => [...parts.flatMap((part) => [...bytesOf(part), 32]), 10]));
      const scanner = newScanner();
      scanner.beginFile('a.log', bytes.length);
      scanner.push(bytes.subarray(0, place % bytes.length));
      scanner.push(bytes.subarray(place % bytes.length));
      const log = scanner.finish();
      const tokens = valuesOf(log.signature).map((signature) => log.signatures[signature]?.tokens);
      const replaced = lines.map((parts) => parts.map((part) => decodeUtf8(Uint8Array.from(bytesOf(part)))));
      expect(tokens).toEqual(replaced);
    }),
  );
});

test('what a terminal would hide or reorder is kept as it stands, but for escape sequences', () => {
  const line = 'begin \0 \u0007 \u202egnp.exe\u202c \u200b \x1b[31mred\x1b[0m \x1b]8;;http://x\x07link\x1b]8;;\x07 end';
  const scanner = newScanner();
  scanner.beginFile('a.log', 0);
  scanner.push(encoder.encode(`${line}\n`));
  expect(scanner.finish().signatures[0]?.tokens).toEqual([
    'begin',
    '\0',
    '\u0007',
    '\u202egnp.exe\u202c',
    '\u200b',
    'red',
    'link',
    'end',
  ]);
});
