import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discoverWorkflow } from './discover.ts';
import { treeText } from './tree-text.fixture.ts';
import type { Variant } from './variants.ts';

/** @param sessions letters for keys, with how many sessions have them in this order */
function discovered(sessions: Readonly<Record<string, number>>): string {
  return treeText(discoverWorkflow(Object.entries(sessions).map(([text, count]) => variant(text, count))));
}

const variant = (text: string, count = 1): Variant => ({
  keys: [...text].map((letter) => letter.charCodeAt(0) - 97),
  count,
});

test.each([
  ['steps in order', { abc: 10 }, 'a b c'],
  ['a choice', { axd: 10, bcd: 10 }, '(a x | b c) d'],
  ['a step that may be left out', { abc: 10, ac: 5 }, 'a [b] c'],
  ['steps that are left out together', { abcd: 10, ad: 5 }, 'a [b c] d'],
  ['steps that are left out apart', { abcd: 10, ad: 5, abd: 6, acd: 7 }, 'a [b] [c] d'],
  ['steps in any order', { abcd: 10, acbd: 10 }, 'a (b & c) d'],
  [
    'two lines of steps side by side',
    { xabcdy: 4, xacbdy: 4, xacdby: 4, xcabdy: 4, xcadby: 4, xcdaby: 4 },
    'x (a b & c d) y',
  ],
  ['a step that repeats', { abc: 10, abbc: 5, abbbc: 2 }, 'a b+ c'],
  ['steps that repeat together', { abcd: 10, abcbcd: 5 }, 'a (b c)+ d'],
  ['a loop with a way back', { abd: 10, abcbd: 5, abcbcbd: 2 }, 'a b (c b)* d'],
  ['one step alone', { a: 3 }, 'a'],
  ['nothing at all', { '': 3 }, '-'],
])('finds %s', (_, sessions, expected) => {
  expect(discovered(sessions)).toBe(expected);
});

test('what fewer than one session in twenty does is an exception', () => {
  expect(discovered({ abc: 97, acb: 1, ac: 1, abxc: 1 })).toBe('a b c');
  expect(discovered({ abc: 90, ac: 10 })).toBe('a [b] c');
});

test('a branch among many is none', () => {
  const branches = Array.from('bcdefghijklmnopqrstuvwxy', (branch) => [`a${branch}z`, 1]);
  expect(discovered(Object.fromEntries(branches))).toBe(`a (${[...'bcdefghijklmnopqrstuvwxy'].join(' | ')}) z`);
});

test('where no order is to be seen, keys come in any order, and each key once', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (sessions) => {
      const text = treeText(discoverWorkflow(sessions.map((session) => variant(session.join('')))));
      const steps = [...text].filter((letter) => /[a-e]/.test(letter));
      // A loop with a way back writes its body twice.
      const body = text.includes('*') ? steps.length : new Set(steps).size;
      expect(steps.length).toBe(body);
    }),
  );
});
