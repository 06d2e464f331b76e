import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '../../ingest/compile-pattern.ts';
import { valuesOf } from '../base/packed-column.fixture.ts';
import { detectHeader } from './detect-header.ts';
import type { JoinedLines } from './header-format.ts';
import { JOINED } from './kernel/line-kernel.ts';
import { LogScanner } from './log-scanner.ts';
import type { ScannedLog } from './scanned-log.ts';

const MINED = 65_536;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const SAMPLE = [
  '2024-01-01 10:00:00 INFO Receiving block blk_1',
  '2024-01-01 10:00:01 WARN Served block blk_-2 to 10.0.0.1',
];

function scan(blocks: readonly Uint8Array[], lineEnd: 'lf' | 'cr' = 'lf'): ScannedLog {
  const scanner = new LogScanner({
    header: detectHeader(SAMPLE),
    identifiers: [
      { kind: 'token', before: '', prefix: 'blk_', body: 'number' },
      { kind: 'column', column: 1, name: 'level' },
      { kind: 'pattern', source: 'to (\\S+)' },
    ],
    decode: (bytes) => decoder.decode(bytes),
    compile: compilePattern,
  });
  scanner.beginFile('log', 0, lineEnd);
  for (const block of blocks) scanner.push(block);
  return scanner.finish();
}

const scanText = (text: string, lineEnd: 'lf' | 'cr' = 'lf') => scan([encoder.encode(text)], lineEnd);
const tokensOf = (log: ScannedLog) => valuesOf(log.signature).map((id) => log.signatures[id]?.tokens.join(' ') ?? '');

test('columns of a small log', () => {
  const log = scanText(`${SAMPLE.join('\r\n')}\r\n\r\n  at x.y(z)\n`);
  expect(log.lines).toBe(4);
  expect([log.blankLines, log.joinedLines, log.headerlessLines, log.cutLines.length]).toEqual([1, 1, 0, 0]);
  expect(tokensOf(log)).toEqual(['Receiving block <*>', 'Served block <*> to <*>', '', '']);
  const [first, second] = [Date.UTC(2024, 0, 1, 10), Date.UTC(2024, 0, 1, 10, 0, 1)];
  expect(valuesOf(log.time)).toEqual([first, second, second, second]);
  expect(log.datedLines).toBe(2);
  expect(valuesOf(log.start)).toEqual([0, 48, 106, 108]);
  expect(valuesOf(log.severity)).toEqual([3, 4, 0, 0]);
  expect(log.files).toEqual([{ name: 'log', size: 0, firstLine: 0, lines: 4 }]);
  expect(log.identifiers.map(({ ids }) => ids)).toEqual([['blk_1', 'blk_-2'], ['INFO', 'WARN'], ['10.0.0.1']]);
});

test('what continues a record is not mined, as far as the header says so', () => {
  const trace = 'java.io.IOException: closed\n\tat a.b(c)\n}\nnext\n- -\n';
  const tokens = (joins: JoinedLines | undefined) => {
    const header = { ...detectHeader(SAMPLE), joins };
    const scanner = new LogScanner({ header, identifiers: [], decode: (bytes) => decoder.decode(bytes) });
    scanner.beginFile('log', 0);
    scanner.push(encoder.encode(`${SAMPLE[0]}\n${trace}\x1e${SAMPLE[0]}\n${SAMPLE[1]}`));
    const log = scanner.finish();
    expect(log.joinedLines).toBe(valuesOf(log.signature).filter((signature) => signature === JOINED).length);
    return tokensOf(log).map((line) => line.split(' ')[0]);
  };
  expect(tokens('indented')).toEqual(['Receiving', 'java.io.IOException', '', '', 'next', '-', '<*>', 'Served']);
  expect(tokens('headerless')).toEqual(['Receiving', '', '', '', '', '', '', 'Served']);
  expect(tokens('marked').slice(5, 7)).toEqual(['', '']);
  expect(tokens(undefined)[2]).toBe('at');
});

test('contents that differ in values only have one signature, with their count and first line', () => {
  const log = scanText(
    ['x', ...SAMPLE, 'Receiving block blk_7', 'Receiving  block b9', 'Receiving block 1-a', 'Receiving block -9'].join(
      '\n',
    ),
  );
  const tokens = ['Receiving', 'block', '<*>'];
  expect(log.signatures[1]).toEqual({ tokens, numbers: 0, count: 4, firstLine: 1 });
  expect(log.signatures[3]).toEqual({ tokens, numbers: 1, count: 1, firstLine: 6 });
  expect(log.numbers.map((numbers) => [...numbers])).toEqual([[-9]]);
});

test('several files count their lines on, and each begins anew', () => {
  const scanner = new LogScanner({
    header: detectHeader([]),
    identifiers: [],
    decode: (bytes) => decoder.decode(bytes),
  });
  scanner.beginFile('a', 7);
  scanner.push(encoder.encode('one\ntwo'));
  scanner.beginFile('b', 0);
  scanner.beginFile('c', 8);
  scanner.push(encoder.encode('\ufeffthree'));
  const log = scanner.finish();
  expect(log.files.map(({ name, firstLine, lines }) => [name, firstLine, lines])).toEqual([
    ['a', 0, 2],
    ['b', 2, 0],
    ['c', 2, 1],
  ]);
  expect(tokensOf(log)).toEqual(['one', 'two', 'three']);
  expect(valuesOf(log.start)).toEqual([0, 4, 0]);
});

test('a long line is mined by its first part and counted', () => {
  const log = scanText(`${'a '.repeat(MINED)}\n${'b'.repeat(MINED)}\nend`);
  expect([log.lines, [...log.cutLines]]).toEqual([3, [0]]);
  expect(valuesOf(log.start)).toEqual([0, 2 * MINED + 1, 3 * MINED + 2]);
});

test('escape sequences are not mined', () => {
  const log = scanText('2024-01-01 10:00:00 \x1b[32mINFO\x1b[0m up\n\x1b[0m\nplain');
  expect(tokensOf(log)).toEqual(['up', '', 'plain']);
  expect(valuesOf(log.severity)).toEqual([3, 0, 0]);
  expect(log.blankLines).toBe(1);
});

test('a file without LF ends its lines with CR', () => {
  expect(tokensOf(scanText('a\rb\r\rc', 'cr'))).toEqual(['a', 'b', '', 'c']);
  expect(tokensOf(scanText('a\r\nb\n', 'cr'))).toEqual(['a', 'b']);
  expect(tokensOf(scanText('a\rb\r\n', 'lf'))).toEqual(['a b']);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...SAMPLE,
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\ufeff',
    '\x1b[31m',
    'blk_5 ',
    '\0',
    'ä€😀 ',
    '__proto__',
    ' ',
  ),
  fc.string({ maxLength: 8 }),
  fc.constant('y'.repeat(MINED - 3)),
);
const logBytes = fc.oneof(
  fc.array(piece, { maxLength: 20 }).map((pieces) => encoder.encode(pieces.join(''))),
  fc.uint8Array({ maxLength: 200 }),
);

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => bytes.slice(sorted[i], end));
}

test('however the bytes are cut into blocks, the log is the same', () => {
  fc.assert(
    fc.property(
      logBytes,
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.constantFrom('lf', 'cr'),
      (bytes, places, lineEnd) => {
        expect(scan(cut(bytes, places), lineEnd)).toEqual(scan([bytes], lineEnd));
      },
    ),
    { numRuns: 300 },
  );
});

test('every line is mined, blank or part of a record, and starts where the one before ends', () => {
  fc.assert(
    fc.property(logBytes, (bytes) => {
      const log = scan([bytes]);
      const mined = log.signatures.reduce((sum, { count }) => sum + count, 0);
      expect(mined + log.blankLines + log.joinedLines).toBe(log.lines);
      const ends = bytes.reduce((sum, c) => sum + (c === 10 ? 1 : 0), 0);
      expect(log.lines).toBe(ends + (bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0));
      for (let i = 1; i < log.lines; i++) expect(bytes[log.start.at(i) - 1]).toBe(10);
    }),
    { numRuns: 200 },
  );
});
