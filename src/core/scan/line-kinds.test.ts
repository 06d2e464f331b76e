import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectHeader } from './detect-header.ts';
import type { HeaderFormat } from './header-format.ts';
import { LINE_KINDS, linesOfKind } from './line-kinds.ts';
import { LogScanner } from './log-scanner.ts';
import { mergeParts } from './merge-parts.ts';
import { countRepeated } from './repeated-lines.ts';
import type { ScanPart } from './scan-part.ts';
import type { ScannedLog } from './scanned-log.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const HEADERS: readonly HeaderFormat[] = [
  detectHeader(['2024-01-01 10:00:00 INFO started', '2024-01-01 10:00:01 WARN stopped']),
  detectHeader(['INFO started 1', 'WARN stopped now', 'ERROR failed it']),
  detectHeader(['no header at all', 'of any kind']),
];

function partOf(lines: readonly string[], header: HeaderFormat): ScanPart {
  const scanner = new LogScanner({ header, identifiers: [], decode: (bytes) => decoder.decode(bytes) });
  scanner.beginFile('log', 0, 'lf', 0, 0);
  scanner.push(encoder.encode(lines.map((line) => `${line}\n`).join('')));
  return scanner.finishPart();
}

const all = (log: ScannedLog) => LINE_KINDS.map((kind) => linesOfKind(log, kind, 0, log.lines).length);

const timed = fc.integer({ min: 0, max: 59 }).map((s) => `2024-01-01 10:00:${String(s).padStart(2, '0')} INFO up ${s}`);
const anyLine = fc.oneof(
  timed,
  fc.constantFrom('', ' \t', 'INFO ready', 'INFO', '  at x.y(z)', '2024-02-31 10:00:00 INFO no such day', '2024-01-01'),
  fc.stringMatching(/^[ -~]{0,20}$/),
);

test('each kind lists as many lines as are counted, in one part or in several', () => {
  expect(HEADERS.map(({ timeColumn, levelColumn }) => [timeColumn >= 0, levelColumn >= 0])).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
  const parts = fc.array(fc.array(anyLine, { maxLength: 12 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, fc.constantFrom(...HEADERS), (texts, header) => {
      const found = texts.map((lines) => partOf(lines, header));
      const log = mergeParts(found, header);
      expect(log.headerlessLines).toBe(found.reduce((sum, part) => sum + part.headerlessLines, 0));
      expect(all(log)).toEqual([
        log.blankLines,
        log.headerlessLines,
        log.joinedLines,
        log.cutLines.length,
        log.replacedLines.length,
        log.backwardLines,
        countRepeated(log),
      ]);
      const mined = log.signatures.reduce((sum, { count }) => sum + count, 0);
      expect(mined + log.blankLines + log.joinedLines).toBe(log.lines);
    }),
  );
});

test('the lines of each kind, a few at a time', () => {
  const at = (second: number) => `2024-01-01 10:00:0${second} INFO up`;
  const header = HEADERS[0] as HeaderFormat;
  const lines = [at(5), '', 'trace', at(4), at(4), ' ', 'x'.repeat(70_000), '\tat x', at(6), `${at(3)} \ufffd`, ''];
  const log = mergeParts([partOf(lines.slice(0, 3), header), partOf(lines.slice(3), header)], header);
  const list = (kind: (typeof LINE_KINDS)[number], from = 0, count = 9) => linesOfKind(log, kind, from, count);
  expect(LINE_KINDS.map((kind) => list(kind))).toEqual([[1, 5, 10], [2, 6], [7], [6], [9], [3, 9], [4]]);
  expect([list('blank', 1, 1), list('blank', 3), list('headerless', 1), list('cut', 1)]).toEqual([[5], [], [6], []]);
});
