import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotValues } from '../../drain/value-slots.ts';
import { NO_HEADER } from '../../scan/header-format.ts';
import { LogScanner } from '../../scan/log-scanner.ts';
import { mergeParts } from '../../scan/merge-parts.ts';
import { SignatureReader } from '../../scan/signature-reader.ts';
import { type LineValues, lineValues } from './line-values.ts';

const encoder = new TextEncoder();
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function scan(lines: readonly string[]) {
  const scanner = new LogScanner({ header: NO_HEADER, identifiers: [], decode });
  scanner.beginFile('log', 0);
  scanner.push(encoder.encode(lines.map((line) => `${line}\n`).join('')));
  return scanner.finishPart();
}

/** Values of a log in which key 0 has the given template, in parts. */
function valuesOf(parts: readonly (readonly string[])[], template: string): LineValues {
  const log = mergeParts(parts.map(scan), NO_HEADER);
  const lines = parts.flat();
  const reader = new SignatureReader(decode);
  const tokens = template.split(' ');
  const keyOf = Int32Array.from(log.signatures, (signature) => (signature.tokens[0] === tokens[0] ? 0 : 1));
  return lineValues(
    log,
    2,
    keyOf,
    log.signatures.map(({ firstLine }, index) => {
      const { text } = reader.skeleton(encoder.encode(`${lines[firstLine]}\n`), 0);
      return keyOf[index] === 0 ? slotValues(text, tokens) : [];
    }),
  );
}

function rowsOf({ at, value, slots, words }: LineValues): (number | string | undefined)[][] {
  return Array.from({ length: at.length - 1 }, (_, line) =>
    [...value.subarray(at[line], at[line + 1])].map((one, index) =>
      slots[index]?.kind === 'word' && !Number.isNaN(one) ? words[one] : one,
    ),
  );
}

test('every line has the values of the wildcards of its template, whatever stands between', () => {
  const line = fc.oneof(
    fc.record({
      took: fc.integer({ min: 0, max: 9999 }),
      user: fc.constantFrom('root', 'bob', 'user_7'),
    }),
    fc.constantFrom('', 'up 5', 'no number', 'blk_7 9 8 7'),
  );
  const textOf = (one: string | { took: number; user: string }) =>
    typeof one === 'string' ? one : `took ${one.took} s for ${one.user} today`;
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 9 }), { minLength: 1, maxLength: 3 }), (parts) => {
      const values = valuesOf(
        parts.map((lines) => lines.map(textOf)),
        'took <*> for <*> today',
      );
      const hasWords = values.slots.some(({ kind }) => kind === 'word');
      const expected = parts.flat().map((one) => {
        if (typeof one === 'string') return [];
        const word = one.user === 'user_7' ? Number.NaN : one.user;
        return hasWords ? [1000 * one.took, word] : [1000 * one.took];
      });
      expect(rowsOf(values)).toEqual(expected);
    }),
  );
});

test('a value in another kind of unit is left out', () => {
  const values = valuesOf([['took 5 ms', 'took 2 s', 'took 3 KB']], 'took <*>');
  expect(rowsOf(values)).toEqual([[5], [2000], [Number.NaN]]);
  expect(values.slots).toEqual([{ key: 0, wildcard: 0, nth: 0, kind: 'number', unit: 'ms' }]);
});
