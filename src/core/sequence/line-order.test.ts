import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from '../base/packed-column.fixture.ts';
import { PackedColumn } from '../base/packed-column.ts';
import type { ScannedFile } from '../scan/scanned-log.ts';
import { identifiersApart, sessionsByTime } from './files-apart.ts';
import { groupByIdentifier, groupByLines, groupByTime } from './group.ts';
import { columnInOrder, identifiersInOrder, linesByTime } from './line-order.ts';
import { range } from './split.ts';

/** Files of lines with these times, and whether their lines have headers. */
function logOf(times: readonly (readonly number[])[], isHeaderless: (line: number) => boolean = () => false) {
  const all = times.flat();
  const files: ScannedFile[] = [];
  for (const own of times) {
    const firstLine = files.reduce((sum, file) => sum + file.lines, 0);
    files.push({ name: `${files.length}.log`, size: 0, firstLine, lines: own.length });
  }
  return {
    files,
    time: PackedColumn.from(all),
    signature: PackedColumn.from(all.map(() => 0)),
    headerless: PackedColumn.from(all.map((_, line) => (isHeaderless(line) ? 1 : 0))),
  };
}

const orderOf = (...log: Parameters<typeof logOf>) => {
  const order = linesByTime(logOf(...log));
  return order && [...order];
};

test('lines of files that overlap go by time, equal ones by file', () => {
  expect(orderOf([[1, 3, 5], [2, 3, 9], [0]])).toEqual([6, 0, 3, 1, 4, 2, 5]);
});

test('files that follow each other stay, as do one file and files without times', () => {
  expect(orderOf([[1, 3], [3, 4], [], [4, 4]])).toBeUndefined();
  expect(orderOf([[5, 3, 1]])).toBeUndefined();
  expect(orderOf([[Number.NaN], [Number.NaN]])).toBeUndefined();
});

test('lines before the first with a time come with it, not at the end of the file before', () => {
  expect(
    orderOf(
      [
        [1, 9],
        [9, 4, 5],
        [9, 9],
      ],
      (line) => line === 2,
    ),
  ).toEqual([0, 2, 3, 4, 1, 5, 6]);
});

test('each file keeps its own order, whatever its times', () => {
  const times = fc.array(fc.array(fc.nat(20), { maxLength: 8 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(times, (files) => {
      const log = logOf(files);
      const order = linesByTime(log) ?? Int32Array.from(range(0, log.time.length));
      expect([...order].sort((a, b) => a - b)).toEqual(range(0, log.time.length));
      for (const { firstLine, lines } of log.files) {
        const own = [...order].filter((line) => line >= firstLine && line < firstLine + lines);
        expect(own).toEqual(range(firstLine, firstLine + lines));
      }
      const isSorted = files.every((own) => own.every((time, i) => i === 0 || time >= (own[i - 1] ?? 0)));
      if (!isSorted) return;
      const sorted = files.flat().map((time, line) => ({ time, line }));
      expect([...order]).toEqual(sorted.sort((a, b) => a.time - b.time || a.line - b.line).map(({ line }) => line));
    }),
  );
});

const COLUMN = {
  ids: ['a', 'b', 'c'],
  first: PackedColumn.from([0, -1, 1, 0, 2]),
  more: Int32Array.of(2, 2, 4, 0),
};

test('columns in an order, with identifiers numbered as they come', () => {
  const order = Int32Array.of(4, 2, 0, 3, 1);
  expect(valuesOf(columnInOrder(PackedColumn.from([5, 6, 7, 8, 9]), order))).toEqual([9, 7, 5, 8, 6]);
  const moved = identifiersInOrder(COLUMN, order);
  expect(moved.ids).toEqual(['c', 'a', 'b']);
  expect(valuesOf(moved.first)).toEqual([0, 2, 1, 1, -1]);
  expect([...moved.more]).toEqual([0, 1, 1, 0]);
});

test('an identifier in two files is two', () => {
  const { files } = logOf([[0, 1], [2], [], [3, 4]]);
  const named = files.map((file, index) => ({ ...file, name: index === 3 ? '0.log' : file.name }));
  const apart = identifiersApart(COLUMN, named);
  expect(apart.ids).toEqual(['a @ 0.log', 'b @ 1.log', 'c @ 1.log', 'a @ 0.log (2)', 'c @ 0.log (2)']);
  expect(valuesOf(apart.first)).toEqual([0, -1, 1, 3, 4]);
  expect([...apart.more]).toEqual([2, 2, 4, 3]);
});

test('sessions of several files by their first events', () => {
  const lines = { key: Int32Array.of(1, 2, 3, 4, 5), time: PackedColumn.from([7, 7, 2, 9, 9]) };
  const sessions = groupByIdentifier(COLUMN, lines);
  const sorted = sessionsByTime(sessions);
  expect(sorted.ids).toEqual(['b', 'c', 'a']);
  expect([...sorted.start]).toEqual([0, 1, 3, 6]);
  expect([...sorted.line]).toEqual([2, 2, 4, 0, 3, 4]);
  expect([...sorted.key]).toEqual([3, 3, 5, 1, 4, 5]);
  expect([...sorted.time]).toEqual([2, 2, 9, 7, 9, 9]);
  expect(sessionsByTime(sorted)).toBe(sorted);
});

test('no session goes on in the next file where files are apart', () => {
  const lines = {
    key: Int32Array.of(1, 1, 1, -1, 1, 1),
    time: PackedColumn.from([0, 1, 2, 3, 4, 5]),
    fileStarts: new Set([0, 3]),
  };
  expect([...groupByLines(2, lines).line]).toEqual([0, 1, 2, 4, 5]);
  expect([...groupByLines(2, lines).start]).toEqual([0, 2, 3, 5]);
  expect([...groupByTime(100, lines).start]).toEqual([0, 3, 5]);
});
