import fc from 'fast-check';
import { expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { discoverWorkflow } from './discover.ts';
import { expectedSessions } from './expected-sessions.ts';
import { letterOf } from './letters.fixture.ts';
import { type Chances, modelView, tableOfLetters } from './model-view.fixture.ts';
import { startedSessions } from './started-sessions.ts';
import { treeText } from './tree-text.fixture.ts';
import { sessionsOf, variantsOf } from './variants.ts';

type Words = readonly (readonly [word: string, count: number])[];

const counted = (words: Words) => {
  const table = tableOfLetters(words);
  return treeText(discoverWorkflow(variantsOf(startedSessions(table), range(0, table.count))));
};
const expected = (words: Words, chances: Chances) => expectedSessions(modelView(tableOfLetters(words), chances));
const workflow = (words: Words, chances: Chances) => treeText(discoverWorkflow(expected(words, chances)));
const shares = (words: Words, chances: Chances) =>
  expected(words, chances).map(({ keys, count }) => [keys.map(letterOf).join(''), count]);

/** A model of some sessions: the chances of what comes next are those of the words that begin so. */
const modelOf =
  (words: Words): Chances =>
  (past) => {
    const next = new Map<string, number>();
    for (const [word, count] of words) {
      if (`${word}.`.startsWith(past)) {
        const letter = `${word}.`.charAt(past.length);
        next.set(letter, (next.get(letter) ?? 0) + count);
      }
    }
    const all = [...next.values()].reduce((sum, count) => sum + count, 0);
    return Object.fromEntries([...next].map(([letter, count]) => [letter, count / all]));
  };

test.each<[string, Words, string]>([
  ['steps in order', [['abc', 1]], 'a b c'],
  [
    'a choice',
    [
      ['axd', 3],
      ['bcd', 1],
    ],
    '(a x | b c) d',
  ],
  [
    'steps that a divergence allows in any order',
    [
      ['abcd', 1],
      ['acbd', 1],
    ],
    'a (b & c) d',
  ],
  [
    'a step that may be left out',
    [
      ['abc', 3],
      ['ac', 1],
    ],
    'a [b] c',
  ],
  [
    'a loop',
    [
      ['abc', 4],
      ['abbc', 2],
      ['abbbc', 1],
    ],
    'a b+ c',
  ],
  [
    'one key',
    [
      ['a', 3],
      ['aa', 1],
    ],
    'a+',
  ],
])('finds %s in what a model says', (_, words, tree) => {
  expect(workflow(words, modelOf(words))).toBe(tree);
});

test('a way that often came and that the model finds unlikely is none, a rare one that it expects is one', () => {
  const words: Words = [
    ['abd', 80],
    ['acd', 18],
    ['aed', 2],
  ];
  expect(counted(words)).toBe('a (b | c) d');
  expect(
    workflow(
      words,
      modelOf([
        ['abd', 70],
        ['acd', 1],
        ['aed', 29],
      ]),
    ),
  ).toBe('a (b | e) d');
});

test('sessions are shared out by probability, to within one', () => {
  const words: Words = [
    ['ab', 1],
    ['ac', 1],
    ['ad', 1],
  ];
  const found = new Map(
    shares(
      words,
      modelOf([
        ['ab', 60],
        ['ac', 30],
        ['ad', 10],
      ]),
    ) as [string, number][],
  );
  expect([...found.keys()]).toEqual(['ab', 'ac', 'ad']);
  expect(Math.abs((found.get('ab') ?? 0) - 3000)).toBeLessThanOrEqual(1);
  expect(Math.abs((found.get('ad') ?? 0) - 500)).toBeLessThanOrEqual(1);
  expect([...found.values()].reduce((a, b) => a + b, 0)).toBe(5000);
});

test('a model that never comes to an end expects nothing longer than the longest session', () => {
  expect(
    expected(
      [
        ['aaaa', 1],
        ['aa', 1],
      ],
      () => ({ a: 1 }),
    ),
  ).toEqual([]);
});

test.each<[string, Chances]>([
  ['finds everything impossible', () => ({})],
  ['has diverged', () => ({ a: Number.NaN, b: Number.NaN, '.': Number.NaN })],
])('a model that %s expects no session', (_, chances) => {
  expect(expected([['ab', 5]], chances)).toEqual([]);
});

test('of long sessions there are fewer, so that time and memory stay bounded', () => {
  const long = 'ab'.repeat(5000);
  const chances: Chances = (past) => (past.endsWith('a') ? { b: 1 } : { a: 1 });
  // No window tells how far a session is, so none of them ends.
  expect(expected([[long, 1]], chances)).toEqual([]);
  const words: Words = [[`${'a'.repeat(999)}b`, 3]];
  expect(sessionsOf(expected(words, (past) => (past.endsWith('b') ? { '.': 1 } : { a: 0.99, b: 0.01 })))).toBe(0);
  const ends = expected(words, (past) => (past.endsWith('b') ? { '.': 1 } : { a: 0.9, b: 0.1 }));
  expect(sessionsOf(ends)).toBe(Math.floor(500_000 / 1001));
});

test('a log without sessions', () => expect(expected([], () => ({ a: 1 }))).toEqual([]));

test('the order of sessions does not matter, and no session is made up', () => {
  const word = fc.stringMatching(/^[a-d]{1,5}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), fc.nat(), (texts, turn) => {
      const words: Words = texts.map((text) => [text, 1]);
      const at = turn % words.length;
      const found = expected(words, modelOf(words));
      expect(expected([...words.slice(at), ...words.slice(0, at)], modelOf(words))).toEqual(found);
      expect(sessionsOf(found)).toBe(5000);
      for (const { keys } of found) expect(texts).toContain(keys.map(letterOf).join(''));
    }),
    { numRuns: 25 },
  );
});
