import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { align } from './align.ts';
import { discoverWorkflow } from './discover.ts';
import { NOTHING, type ProcessTree } from './process-tree.ts';
import { WorkflowReplay } from './replay.ts';

const step = (letter: string): ProcessTree => ({ is: 'step', key: (letter.charCodeAt(0) - 97) as LogKey });
const sequence = (...parts: readonly ProcessTree[]): ProcessTree => ({ is: 'sequence', parts });
const keysOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 97);

/** `+x` for an extra step, `-x` for a missing one. */
function aligned(tree: ProcessTree, text: string): string {
  const sign = { step: '', extra: '+', missing: '-' };
  const { steps } = align(new WorkflowReplay(tree), keysOf(text));
  return steps.map(({ is, key }) => `${sign[is]}${String.fromCharCode(97 + key)}`).join(' ');
}

const order = sequence(step('a'), step('b'), step('c'), step('d'));
const choice = sequence(step('a'), { is: 'choice', parts: [sequence(step('b'), step('c')), step('d')] }, step('e'));
const optional = sequence(step('a'), { is: 'choice', parts: [step('b'), NOTHING] }, step('c'));
const concurrent = sequence(
  step('a'),
  { is: 'concurrent', parts: [sequence(step('b'), step('c')), step('d')] },
  step('e'),
);
const loop = sequence(step('a'), { is: 'loop', body: sequence(step('b'), step('c')), again: [step('d')] }, step('e'));

test.each<[ProcessTree, string, string]>([
  [order, 'abcd', 'a b c d'],
  [order, 'acd', 'a -b c d'],
  [order, 'ab', 'a b -c -d'],
  [order, 'abxcd', 'a b +x c d'],
  [order, 'acbd', 'a +c b -c d'],
  [choice, 'abce', 'a b c e'],
  [choice, 'ade', 'a d e'],
  [choice, 'abe', 'a b -c e'],
  [choice, 'adbe', 'a d +b e'],
  [optional, 'ac', 'a c'],
  [concurrent, 'abdce', 'a b d c e'],
  [concurrent, 'adbce', 'a d b c e'],
  [concurrent, 'abce', 'a b c -d e'],
  [loop, 'abcdbce', 'a b c d b c e'],
  [loop, 'abcbce', 'a b c -d b c e'],
  [loop, 'abcdce', 'a b c d -b c e'],
  [order, '', '-a -b -c -d'],
])('%#: a session laid over a workflow', (tree, text, expected) => {
  expect(aligned(tree, text)).toBe(expected);
});

test('the steps that can come next', () => {
  const replay = new WorkflowReplay(loop);
  const after = (text: string) =>
    keysOf(text).reduce((state, key) => replay.move(state, key as LogKey)?.to ?? -1, replay.start);
  const names = (state: number) => replay.enabled(state).map((key) => String.fromCharCode(97 + key));
  expect(names(replay.start)).toEqual(['a']);
  expect(names(after('a'))).toEqual(['b']);
  expect(names(after('abc'))).toEqual(['d', 'e']);
  expect(names(after('abcd'))).toEqual(['b']);
  expect(names(after('abce'))).toEqual([]);
});

describe('however sessions look', () => {
  const session = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 });

  test('all events are there, in order, and the cost is what is extra or missing', () => {
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 8 }), session, (learnt, keys) => {
        const replay = new WorkflowReplay(discoverWorkflow(learnt.map((one) => ({ keys: one, count: 1 }))));
        const { steps, cost, states } = align(replay, keys);
        expect(steps.flatMap((one) => (one.is === 'missing' ? [] : [one.key]))).toEqual(keys);
        expect(steps.filter(({ is }) => is !== 'step')).toHaveLength(cost);
        expect(states).toHaveLength(keys.length + 1);
      }),
    );
  });

  test('one session alone is what the workflow of it does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }), (keys) => {
        const replay = new WorkflowReplay(discoverWorkflow([{ keys, count: 3 }]));
        expect(align(replay, keys).cost).toBe(0);
      }),
    );
  });
});
