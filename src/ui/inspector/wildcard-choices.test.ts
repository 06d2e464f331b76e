import { expect, test } from 'vitest';
import { wildcardChoices } from './wildcard-choices.ts';

test('each <*> has the words before it', () => {
  expect(wildcardChoices('<*> Served block <*> of size <*>')).toEqual([
    { value: '0', text: '1: <*> Served' },
    { value: '1', text: '2: Served block <*>' },
    { value: '2', text: '3: of size <*>' },
  ]);
});

test('a template without one has none', () => {
  expect(wildcardChoices('server started')).toEqual([]);
});
