import { expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { expectedSessions } from './expected-sessions.ts';
import { expectedWays } from './expected-ways.ts';
import { expectedWorkflow } from './expected-workflow.ts';
import { type Chances, modelView, tableOfLetters } from './model-view.fixture.ts';
import { startedSessions } from './started-sessions.ts';
import { treeText } from './tree-text.fixture.ts';
import { variantsOf } from './variants.ts';
import { buildWorkflow } from './workflow.ts';

type Words = readonly (readonly [word: string, count: number])[];

const NEXT = new Map<string, Readonly<Record<string, number>>>([
  ['', { a: 0.6, x: 0.4 }],
  ['a', { b: 0.99, c: 0.01 }],
  ['ab', { c: 1 }],
  ['ac', { '.': 1 }],
  ['abc', { '.': 1 }],
  ['x', { y: 1 }],
  ['xy', { z: 0.5, '.': 0.5 }],
  ['xyz', { '.': 1 }],
]);
const chances: Chances = (past) => NEXT.get(past) ?? {};
const WORDS: Words = [
  ['abc', 60],
  ['ac', 6],
  ['xyz', 38],
  ['xy', 1],
];

function learnt(words: Words, model: Chances) {
  const table = tableOfLetters(words);
  const all = startedSessions(table);
  const sessions = range(0, table.count);
  const counted = buildWorkflow(all, sessions);
  const view = modelView(table, model);
  const expected = expectedSessions(view);
  const workflow = expectedWorkflow(counted, expected, all);
  const both = expectedWorkflow(counted, expected, all, variantsOf(all, sessions));
  return { counted, workflow, both, ways: expectedWays(view, all, sessions) };
}

const trees = ({ tasks }: ReturnType<typeof learnt>['workflow']) => tasks.map(({ tree }) => treeText(tree));

test('each task gets the tree of what the model expects; all that was counted stays', () => {
  const { counted, workflow } = learnt(WORDS, chances);
  expect(trees(counted)).toEqual(['a [b] c', 'x y z']);
  expect(trees(workflow)).toEqual(['a b c', 'x y [z]']);
  expect(workflow.tasks.map(({ edges, steps }) => ({ edges, steps }))).toEqual(
    counted.tasks.map(({ edges, steps }) => ({ edges, steps })),
  );
});

test('learnt from both, what is rare in one is kept where it is usual in the other', () => {
  const { counted, both } = learnt(WORDS, chances);
  expect(trees(both)).toEqual(['a b c', 'x y [z]']);
  const rarer: Words = [
    ['abc', 94],
    ['ac', 6],
  ];
  expect(trees(learnt(rarer, (past) => (past === 'a' ? { b: 0.8, c: 0.2 } : chances(past))).both)).toEqual(['a [b] c']);
  expect(both.tasks.map(({ edges }) => edges)).toEqual(counted.tasks.map(({ edges }) => edges));
});

test('a task that the model expects no session of keeps the tree of those that came', () => {
  const { workflow } = learnt(WORDS, (past) => (past === '' ? { a: 1 } : chances(past)));
  expect(trees(workflow)).toEqual(['a b c', 'x y z']);
});

test('a key that no session is expected to have is rare', () => {
  const { workflow } = learnt(
    [
      ['abc', 9],
      ['abdc', 3],
    ],
    (past) => NEXT.get(past) ?? { c: 1 },
  );
  expect(workflow.tasks[0]?.rare).toEqual([3]);
});

test('a step that starts sessions of another task is no part of them', () => {
  const table = tableOfLetters([
    ['ab', 1],
    ['bxy', 1],
    ['ab', 1],
    ['bxy', 1],
  ]);
  const line = Int32Array.of(0, 1, 1, 2, 3, 4, 5, 5, 6, 7);
  const all = startedSessions({ ...table, line });
  const counted = buildWorkflow(all, range(0, 4));
  const view = modelView(
    table,
    (past) => ({ '': { a: 0.5, b: 0.5 }, a: { b: 1 }, b: { x: 1 }, bx: { y: 1 } })[past] ?? { '.': 1 },
  );
  expect(trees(expectedWorkflow(counted, expectedSessions(view), all))).toEqual(trees(counted));
  const ways = expectedWays(view, all, range(0, 4));
  expect([...(ways.get(-1) ?? [])].sort()).toEqual([
    [0, 1],
    [1, 1],
    [23, 2],
  ]);
});

test('how often the model expects a way: each time that one of its windows came, by the probability there', () => {
  const { ways } = learnt(WORDS, chances);
  const times = (from: number, to: number) => ways.get(from)?.get(to) ?? 0;
  expect(times(-1, 0)).toBeCloseTo(0.6 * 105, 4);
  expect(times(0, 1)).toBeCloseTo(0.99 * 66, 4);
  expect(times(0, 2)).toBeCloseTo(0.01 * 66, 4);
  expect(times(24, 25)).toBeCloseTo(0.5 * 39, 4);
  expect(times(24, -1)).toBeCloseTo(0.5 * 39, 4);
});
