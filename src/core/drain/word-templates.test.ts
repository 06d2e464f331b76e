import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { wordTemplates } from './word-templates.ts';

const key = (index: number) => index as LogKey;
const TEMPLATES = [
  ['Received', 'block', '<*>', 'of', 'size', '<*>', 'from', '<*>'],
  ['took', '<*>'],
  ['user', '<*>', 'logged', 'in'],
];
const tokensOf = (of: LogKey) => TEMPLATES[of] ?? [];
const textOf = (content: string, of = 0) =>
  wordTemplates([{ key: key(of), content, lines: 1 }], tokensOf).map(({ words }) => words.join(' '));

test('words that hold a value are wildcards, with all that is written onto them', () => {
  expect(textOf('Received block blk_1, of size 9 from (/10.0.0.1)')).toEqual([
    'Received block <*> of size <*> from <*>',
  ]);
});

test('a value of two words is two wildcards, so there is a template for each number of words', () => {
  const samples = [
    { key: key(1), content: 'took 3 ms', lines: 5 },
    { key: key(1), content: 'took 1.5s', lines: 2 },
    { key: key(1), content: 'took 7 ms', lines: 1 },
  ];
  expect(wordTemplates(samples, tokensOf)).toEqual([
    { key: 1, words: ['took', '<*>'], lines: 2 },
    { key: 1, words: ['took', '<*>', '<*>'], lines: 6 },
  ]);
});

test('words that differ between the lines of a key are wildcards', () => {
  const samples = [
    { key: key(2), content: 'user "bob" logged in', lines: 1 },
    { key: key(2), content: 'user "eve" logged in.', lines: 1 },
  ];
  expect(wordTemplates(samples, tokensOf).map(({ words }) => words.join(' '))).toEqual(['user <*> logged <*>']);
});

test('a content that lacks its template is all wildcards', () => {
  expect(textOf('something else')).toEqual(['<*> <*>']);
});
