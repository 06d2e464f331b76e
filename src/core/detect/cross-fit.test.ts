import { expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { crossFit, scoreEach } from './cross-fit.ts';
import type { SessionDetector } from './session-detector.ts';

/** Knows the numbers it saw; a number that it did not see scores itself. */
const seen: SessionDetector<readonly number[], readonly number[]> = {
  fit: (numbers, sessions) => sessions.map((session) => numbers[session] ?? 0),
  judge: (known, numbers) => ({
    score: (session) => (known.includes(numbers[session] ?? 0) ? 0 : (numbers[session] ?? 0)),
    explain: () => undefined,
  }),
};

test('no session is scored by what was learnt from itself', () => {
  const numbers = range(1, 24);
  expect([...crossFit(seen, numbers, range(0, 23))]).toEqual(numbers);
});

test('every session is scored by what was learnt from the other parts', () => {
  expect([...crossFit(seen, [7, 7, 7, 9], [0, 1, 2, 3])]).toEqual([0, 0, 0, 9]);
  expect([...crossFit(seen, [7, 8, 7], [2, 1])]).toEqual([7, 8]);
});

test('what a person calls normal is known to all parts, and counts several times', () => {
  expect([...crossFit(seen, [7, 8, 8, 9], [0, 1, 3], undefined, [2])]).toEqual([7, 0, 9]);
  const heard: (readonly number[] | undefined)[] = [];
  const counting = {
    ...seen,
    fit: (_: unknown, sessions: readonly number[], times?: ArrayLike<number>) => {
      heard.push(times && Array.from(times));
      return sessions;
    },
  };
  crossFit(counting, [7, 7, 8], [0, 1], Int32Array.of(0, 0, 2), [2]);
  expect(heard).toEqual([
    [1, 5],
    [1, 5],
  ]);
});

test('one session alone tells nothing', () => {
  expect([...crossFit(seen, [7], [0])]).toEqual([0]);
  expect([...crossFit(seen, [], [])]).toEqual([]);
});

test('sessions that are alike are scored once', () => {
  const asked: number[] = [];
  const judge = { ...seen.judge([], [5, 5, 6]), score: (session: number) => asked.push(session) };
  expect([...scoreEach(judge, [0, 1, 2], Int32Array.of(0, 0, 2))]).toEqual([1, 1, 2]);
  expect(asked).toEqual([0, 2]);
});
