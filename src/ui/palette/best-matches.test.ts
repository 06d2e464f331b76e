import { expect, test } from 'vitest';
import { bestMatches } from './best-matches.ts';

const NAMES = ['Save findings CSV', 'Templates', 'Save templates CSV', 'Sessions'];
const match = (query: string, most = 10) => bestMatches(NAMES, (name) => name, query, most);

test('all words are there, in any order and case', () => {
  expect(match('csv SAVE')).toEqual(['Save findings CSV', 'Save templates CSV']);
  expect(match('save sessions')).toEqual([]);
  expect(match(' ')).toEqual(NAMES);
});

test('what begins with the query comes first', () => {
  expect(match('templates')).toEqual(['Templates', 'Save templates CSV']);
});

test('a long list is not looked through further than needed', () => {
  const seen: string[] = [];
  const textOf = (name: string) => {
    seen.push(name);
    return name;
  };
  expect(bestMatches(NAMES, textOf, 's', 2)).toHaveLength(2);
  expect(seen).toHaveLength(2);
});

test('signs of patterns are plain text', () => {
  expect(bestMatches(['a.b', 'axb', 'a(b'], (text) => text, 'a.b', 9)).toEqual(['a.b']);
  expect(bestMatches(['a(b'], (text) => text, '(', 9)).toEqual(['a(b']);
});
