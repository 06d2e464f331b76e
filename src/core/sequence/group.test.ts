import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedColumn } from '../base/packed-column.ts';
import { groupByLines, groupByPause, groupByTime, type KeyedLines, rekey } from './group.ts';
import { sessionsOfLines } from './session-table.fixture.ts';
import type { SessionTable } from './session-table.ts';
import { range } from './split.ts';

const linesOf = (sessions: SessionTable) =>
  range(0, sessions.count).map((s) => [...sessions.line.subarray(sessions.start[s], sessions.start[s + 1])]);
const keyed = (time: readonly number[], key = time.map(() => 0)): KeyedLines => ({
  key: Int32Array.from(key),
  time: PackedColumn.from(time),
});

test('a line that names several identifiers is an event of each, and lines without one of none', () => {
  const { sessions } = sessionsOfLines([[4, 'a', 'b'], [5, 'b'], [6], [7, 'a'], [8, 'c', 'a']]);
  expect(sessions.ids).toEqual(['a', 'b', 'c']);
  expect(linesOf(sessions)).toEqual([[0, 3, 4], [0, 1], [4]]);
  expect([...sessions.key]).toEqual([4, 7, 8, 4, 5, 8]);
  expect([...sessions.time]).toEqual([0, 3000, 4000, 0, 1000, 4000]);
});

test('lines without a key are no events, and sessions of such lines alone are none', () => {
  const { sessions } = sessionsOfLines([[-1, 'b'], [4, 'a'], [-1, 'a'], [5, 'c', 'a'], [-1]]);
  expect(sessions.ids).toEqual(['a', 'c']);
  expect(linesOf(sessions)).toEqual([[1, 3], [3]]);
  expect([...sessions.key]).toEqual([4, 5, 5]);
});

test('sessions by identifier keep the order of the lines and lose none', () => {
  const line = fc.tuple(fc.nat(9), fc.constantFrom('a', '__proto__', 'constructor', 'b'));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { sessions } = sessionsOfLines(lines);
      const expected = sessions.ids.map((id) => lines.flatMap(([, own], at) => (own === id ? [at] : [])));
      expect(linesOf(sessions)).toEqual(expected);
      expect([...sessions.key]).toEqual([...sessions.line].map((at) => lines[at]?.[0]));
      expect(sessions.key).toHaveLength(lines.length);
    }),
  );
});

test('sessions by pause end where the silence is longer than the pause', () => {
  const sessions = groupByPause(10, keyed([0, 10, 21, 22, 22, 40, 30]));
  expect(linesOf(sessions)).toEqual([
    [0, 1],
    [2, 3, 4],
    [5, 6],
  ]);
  expect(sessions.ids).toEqual(['window 1', 'window 2', 'window 3']);
});

test('sessions by time hold the lines of each span', () => {
  expect(linesOf(groupByTime(10, keyed([5, 9, 10, 19, 45])))).toEqual([[0, 1], [2, 3], [4]]);
});

test('sessions by lines hold so many lines each, the last one the rest', () => {
  expect(linesOf(groupByLines(2, keyed([0, 0, 0, 0, 0])))).toEqual([[0, 1], [2, 3], [4]]);
});

test('blank lines are in no session and do not count', () => {
  const lines = keyed([0, 1, 2, 3, 4], [-1, 3, -1, 4, 5]);
  expect(linesOf(groupByLines(2, lines))).toEqual([[1, 3], [4]]);
  expect([...groupByLines(2, lines).key]).toEqual([3, 4, 5]);
});

test('a log without lines has no sessions', () => {
  expect(groupByLines(5, keyed([]))).toMatchObject({ count: 0, ids: [] });
  expect(groupByPause(5, keyed([0, 9], [-1, -1])).count).toBe(0);
});

test('keys of templates that were mined again replace the old ones', () => {
  const { sessions } = sessionsOfLines([
    [0, 'a'],
    [1, 'b'],
    [1, 'a'],
  ]);
  const again = rekey(sessions, Int32Array.of(5, 6, 7));
  expect([...again.key]).toEqual([5, 7, 6]);
  expect(again).toEqual({ ...sessions, key: again.key });
});
