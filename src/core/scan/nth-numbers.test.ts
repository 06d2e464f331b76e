import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_HEADER } from './header-format.ts';
import { LogScanner } from './log-scanner.ts';
import { mergeParts } from './merge-parts.ts';
import { nthNumbers } from './nth-numbers.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function partOf(lines: readonly string[]) {
  const scanner = new LogScanner({ header: NO_HEADER, identifiers: [], decode: (bytes) => decoder.decode(bytes) });
  scanner.beginFile('log', 0);
  scanner.push(encoder.encode(lines.map((line) => `${line}\n`).join('')));
  return scanner.finishPart();
}

test('the second number of the lines of one kind, whatever stands between them and however the log was cut', () => {
  const number = fc.integer({ min: -9999, max: 9999 });
  const line = fc.oneof(
    fc.record({ text: fc.tuple(number, number).map(([a, b]) => `took ${a} of ${b} ms`) }),
    fc.record({ text: fc.constantFrom('', 'up 5', 'blk_7 9 8 7', ' ', 'no number') }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 9 }), { minLength: 1, maxLength: 3 }), (parts) => {
      const log = mergeParts(
        parts.map((lines) => partOf(lines.map(({ text }) => text))),
        NO_HEADER,
      );
      const nthOf = Int32Array.from(log.signatures, ({ tokens }) => (tokens[0] === 'took' ? 1 : -1));
      const expected = parts.flat().flatMap(({ text }) => /of (-?\d+) ms/.exec(text)?.[1] ?? []);
      expect([...nthNumbers(log, nthOf)]).toEqual(expected.map(Number));
    }),
  );
});
