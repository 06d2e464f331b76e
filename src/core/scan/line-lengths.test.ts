import { expect, test } from 'vitest';
import { PackedColumn } from '../base/packed-column.ts';
import { scannedLog } from '../report/scanned-log.fixture.ts';
import { linesOfKind } from './line-kinds.ts';
import { longestLine } from './longest-line.ts';
import { countRepeated } from './repeated-lines.ts';
import type { ScannedLog } from './scanned-log.ts';

/** Two files: lines of 10, 10 and 10 bytes, then of 10, 25 and 5 bytes. */
const STARTS = [0, 10, 20, 0, 10, 35];
const FILES = [
  { name: 'a', size: 30, firstLine: 0, lines: 3 },
  { name: 'b', size: 40, firstLine: 3, lines: 3 },
];

function logOf(times: readonly number[], signatures: readonly number[], starts = STARTS): ScannedLog {
  return { ...scannedLog(times, [], signatures), files: FILES, start: PackedColumn.from(starts) };
}

test('the longest line is told by where lines begin in their files', () => {
  expect(longestLine(logOf([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]))).toEqual({ line: 5, length: 25 });
});

test('the last line of a file ends where the file does', () => {
  const log = logOf([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0], [0, 10, 20, 0, 1, 2]);
  expect(longestLine(log)).toEqual({ line: 6, length: 38 });
});

test('a line of the shape, time, length and identifiers of the one above is a copy of it', () => {
  const log = logOf([1, 1, 1, 2, 2, 2], [0, 0, 1, 1, 1, 1]);
  expect(linesOfKind(log, 'repeated', 0, 10)).toEqual([1]);
  const first = PackedColumn.from([0, 1, 0, 0, 0, 0]);
  const named = { ...log, identifiers: [{ ids: ['a', 'b'], first, more: new Int32Array(0) }] };
  expect([countRepeated(log), countRepeated(named)]).toEqual([1, 0]);
});

test('lines without times can be copies, and blank ones are none', () => {
  const none = new Array<number>(6).fill(Number.NaN);
  expect(linesOfKind(logOf(none, [-1, -1, 0, 0, 1, 1]), 'repeated', 0, 10)).toEqual([3]);
});
