import { expect, test } from 'vitest';
import { diagnosisOf } from './diagnosis.ts';
import { keysOfLetters, letterOf, taskOfLetters } from './letters.fixture.ts';
import { sessionPath } from './session-path.ts';

/** Either `b c` or `d`, then `e f`. */
const task = taskOfLetters([
  ['abcef', 60],
  ['adef', 40],
]);

function diagnose(word: string, cut = { atStart: false, atEnd: false }): string | undefined {
  const keys = keysOfLetters(word);
  return diagnosisOf(task, sessionPath(task.tree, keys, cut), keys, letterOf);
}

test('a session that does what is usual has no diagnosis', () => {
  expect(diagnose('abcef')).toBeUndefined();
  expect(diagnose('adef')).toBeUndefined();
});

test('a step that was left out, its branch, and how the sessions most like it went on', () => {
  expect(diagnose('abef')).toBe(
    'It took 4 of the 5 steps due on its way, by the workflow of 100 normal sessions. After "b", "e" came where "c" was due. The 60 normal sessions most like it, 1 event apart, went on with "c", "e", "f" and ended.',
  );
});

test('an event that belongs to no step', () => {
  expect(diagnose('adxef')).toBe(
    'It took 4 of the 4 steps due on its way and 1 event beside them, by the workflow of 100 normal sessions. After "d", "x" came where "e" was due. The 40 normal sessions most like it, 1 event apart, went on with "e", "f" and ended.',
  );
});

test('a session that ended early, in the branch that it was in', () => {
  expect(diagnose('abc')).toContain('After "c", in the branch of "b", it ended where "e" was due.');
});

test('where a choice is open all of its ways were due', () => {
  expect(diagnose('aef')).toContain('After "a", "e" came where "b" or "d" was due.');
});

test('normal sessions that are hardly like it are no example', () => {
  expect(diagnose('aexxxxx')).toMatch(/was due\.$/);
});

test('a session that did the same is no example', () => {
  const odd = taskOfLetters([
    ['abcef', 60],
    ['abef', 1],
  ]);
  const keys = keysOfLetters('abef');
  expect(diagnosisOf(odd, sessionPath(odd.tree, keys, { atStart: false, atEnd: false }), keys, letterOf)).toMatch(
    /was due\.$/,
  );
});

test('the beginning too', () => {
  expect(diagnose('bcef')).toContain('At its beginning, "b" came where "a" was due.');
});

test('a step that comes again', () => {
  expect(diagnose('adeff')).toContain('After "f", "f" came where the end was due.');
});

test('what the data cuts off is not missing', () => {
  expect(diagnose('abc', { atStart: false, atEnd: true })).toBeUndefined();
  expect(diagnose('cef', { atStart: true, atEnd: false })).toBeUndefined();
});
