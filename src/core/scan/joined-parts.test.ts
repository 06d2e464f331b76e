import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from '../base/packed-column.fixture.ts';
import { detectHeader } from './detect-header.ts';
import type { HeaderFormat } from './header-format.ts';
import { LogScanner } from './log-scanner.ts';
import { mergeParts } from './merge-parts.ts';
import type { ScanPart } from './scan-part.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const HEADS = ['2024-01-01 10:00:00 ERROR Job 7 failed', '2024-01-01 10:00:01 INFO Job 8 done'];
const TRACE = [
  'java.io.IOException: closed',
  '\tat org.example.Store.read(Store.java:42)',
  '    ... 12 more',
  'Caused by: java.lang.IllegalStateException: lock 7',
  '}',
  '',
];
const header = detectHeader([...HEADS, ...TRACE, ...HEADS]);

function scanPart(of: HeaderFormat, bytes: Uint8Array, from: number, to: number, blockBytes: number): ScanPart {
  const scanner = new LogScanner({ header: of, identifiers: [], decode: (line) => decoder.decode(line) });
  scanner.beginFile('app.log', bytes.length, 'lf', from);
  for (let at = from; at < to; at += blockBytes) scanner.push(bytes.slice(at, Math.min(to, at + blockBytes)));
  return scanner.finishPart();
}

/** What became of each line, by parts that end at the given ones. */
function linesOf(of: HeaderFormat, lines: readonly string[], ends: readonly number[], blockBytes: number) {
  const texts = lines.map((line) => `${line}\n`);
  const bytes = encoder.encode(texts.join(''));
  const places = [...new Set([...ends.map((end) => end % lines.length), lines.length])].sort((a, b) => a - b);
  let from = 0;
  const parts = places.map((end) => {
    const to = encoder.encode(texts.slice(0, end).join('')).length;
    const part = scanPart(of, bytes, from, to, blockBytes);
    from = to;
    return part;
  });
  const { signature, time, severity, start, signatures, joinedLines, headerlessLines } = mergeParts(parts, of);
  const columns = [signature, time, severity, start].map(valuesOf);
  return { columns, signatures, joinedLines, headerlessLines };
}

const log = fc.array(fc.constantFrom(...HEADS, ...TRACE), { minLength: 1, maxLength: 40 });

test('a stack trace is joined to its record wherever parts and blocks are cut', () => {
  expect(header.joins).toBe('headerless');
  fc.assert(
    fc.property(
      log,
      fc.constantFrom('headerless', 'indented'),
      fc.array(fc.nat(), { maxLength: 4 }),
      fc.constantFrom(1, 7, 64, 100_000),
      (lines, joins, ends, blockBytes) => {
        const of = { ...header, joins };
        expect(linesOf(of, lines, ends, blockBytes)).toEqual(linesOf(of, lines, [], 1_000_000));
      },
    ),
    { numRuns: 200 },
  );
});
