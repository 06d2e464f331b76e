import { expect, test } from 'vitest';
import { sessionTable } from './session-table.fixture.ts';
import { symbolSequences } from './symbol-sequences.ts';
import { buildVocabulary, symbolTable } from './vocabulary.ts';

const vocabulary = buildVocabulary([7, 2, 2, 5]);

test('symbols are the distinct keys in order, then BEGIN, END and UNKNOWN', () => {
  expect(vocabulary).toEqual({ keys: [2, 5, 7], begin: 3, end: 4, unknown: 5, size: 6 });
  expect(buildVocabulary([])).toEqual({ keys: [], begin: 0, end: 1, unknown: 2, size: 3 });
});

test('keys that were never trained on are UNKNOWN, and keys beyond the log take no place', () => {
  expect([...symbolTable(vocabulary, 9)]).toEqual([5, 5, 0, 5, 5, 1, 5, 2, 5]);
  expect([...symbolTable(vocabulary, 6)]).toEqual([5, 5, 0, 5, 5, 1]);
});

test('each session is its symbols and END', () => {
  const { start, symbol } = symbolSequences(sessionTable([[2, 8, 7], [], [5]]), vocabulary, 9);
  expect([...symbol]).toEqual([0, 5, 2, 4, 4, 1, 4]);
  expect([...start]).toEqual([0, 4, 5, 7]);
});
