import { expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { keysOfLetters } from './letters.fixture.ts';
import { startedSessions } from './started-sessions.ts';
import { sessionsOnWay } from './way-sessions.ts';

const table = sessionTable(['abc', 'acb', 'abab', ''].map(keysOfLetters), [
  [0, 10, 11],
  [100, 101, 103],
  [200, 250, 251, 252],
  [],
]);

function onWay(from: string, to: string) {
  const key = (letter: string) => keysOfLetters(letter)[0] ?? -1;
  const { session, event, took } = sessionsOnWay(startedSessions(table), key(from), key(to), (one) => one !== 9);
  return [...session].map((one, at) => [one, event[at], took[at]]);
}

test('sessions in which one key came right after another, where they did so first', () => {
  expect(onWay('a', 'b')).toEqual([
    [0, 1, 10],
    [2, 7, 50],
  ]);
});

test('sessions that begin or end with a key', () => {
  expect(onWay('', 'a')).toEqual([
    [0, 0, Number.NaN],
    [1, 3, Number.NaN],
    [2, 6, Number.NaN],
  ]);
  expect(onWay('b', '')).toEqual([
    [1, 5, Number.NaN],
    [2, 9, Number.NaN],
  ]);
});
