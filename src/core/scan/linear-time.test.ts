import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectHeader } from './detect-header.ts';
import { stripEscapes } from './escapes.ts';
import type { IdentifierRule } from './identifier-rule.ts';
import { newPlainKernel } from './scan-kernel.ts';
import { tokenize } from './tokens.ts';

/** What a log may be made of to keep a scanner busy: openings without an end, joints, almost-values, almost-headers. */
const HOSTILE = [
  ...['-', '.', ':', '/', '[', '(', '=', ',', 'a', 'Z', '1', '0x', ' ', '\t', '"', '|', '\\', '@', '%'],
  ...[
    'blk_',
    'a=',
    '1:1',
    '-1',
    '2024-01-01 ',
    '2024-01-01 10:00:00 ',
    'INFO ',
    'user ',
    'abc:',
    '::a',
    'x...',
    'Jan ',
  ],
  ...['\x1b', '\x1b[', '\x1b]8;;', '\ufffd', '\u00e4', '__proto__'],
];
const RULES: readonly IdentifierRule[] = [
  { kind: 'token', before: '', prefix: 'blk_', body: 'number' },
  { kind: 'token', before: 'user ', prefix: '', body: 'number' },
];
const HEADER = detectHeader(['2024-01-01 10:00:00 INFO [main] up', '2024-01-01 10:00:01 WARN [main] down']);
const encoder = new TextEncoder();
const LENGTH = 2048;

const hostileUnit = fc
  .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const repeated = (unit: string, length: number) => encoder.encode(unit.repeat(Math.ceil(length / unit.length)));

/** How often bytes are read while `use` runs. */
function readsOf(bytes: Uint8Array, use: (counted: Uint8Array) => void): number {
  let reads = 0;
  const counted = new Proxy(bytes, {
    get: (target, key) => {
      reads++;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  use(counted);
  return reads;
}

function scanReads(text: Uint8Array): number {
  const line = new Uint8Array(text.length + 1);
  line.set(text);
  line[text.length] = 10;
  const kernel = newPlainKernel({ header: HEADER, identifiers: RULES });
  return readsOf(line, (bytes) => kernel.scan(bytes, 0, line.length, 0));
}

test('a line of twice the length takes at most twice the steps, whatever is in it', () => {
  fc.assert(
    fc.property(hostileUnit, (unit) => {
      const [once, twice] = [scanReads(repeated(unit, LENGTH)), scanReads(repeated(unit, 2 * LENGTH))];
      expect(twice).toBeLessThan(2.2 * once + 200);
    }),
    { numRuns: 150 },
  );
});

test('escape sequences are taken out in twice the steps where the line is twice as long', () => {
  const steps = (text: Uint8Array) =>
    readsOf(text, (bytes) => void stripEscapes(bytes, 0, text.length, new Uint8Array(text.length)));
  fc.assert(
    fc.property(hostileUnit, (unit) => {
      expect(steps(repeated(unit, 2 * LENGTH))).toBeLessThan(2.2 * steps(repeated(unit, LENGTH)) + 200);
    }),
  );
});

test.each(HOSTILE)('tokens of 64 KiB of %j come to an end', (unit) => {
  const word = unit.repeat(Math.ceil(65_536 / unit.length));
  for (const text of [word, `${word}!`, `1${word}`, `${word}1`, `x=${word}`]) {
    expect(tokenize(text).length).toBeLessThanOrEqual(256);
  }
});
