import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { namedText, sentenceWithNames, templateNames } from './template-names.ts';

const row = (key: number, text: string, name?: string) => ({ key: key as LogKey, text, name });

test('a template that a sentence quotes stands behind its name, however often; others as before', () => {
  const names = templateNames([row(0, 'open <*>', 'Opened'), row(1, 'close'), row(2, 'Opened', 'Door')]);
  expect(sentenceWithNames('s1 logged "open <*>" and "close"; after "open <*>" nothing. open <*>', names)).toBe(
    's1 logged "Opened" (open <*>) and "close"; after "Opened" (open <*>) nothing. open <*>',
  );
  expect(namedText('open <*>', names.byKey.get(0))).toBe('Opened (open <*>)');
  expect(namedText('close', names.byKey.get(1))).toBe('close');
});

test('a text of two templates that are not called the same has no name by its text', () => {
  const rows = [row(0, 'a <*>', 'One'), row(1, 'a <*>'), row(2, 'b', 'Same'), row(3, 'b', 'Same')];
  expect([...templateNames(rows).byText]).toEqual([['b', 'Same']]);
  expect([...templateNames(rows).byKey.keys()]).toEqual([0, 2, 3]);
});
