import { expect, test } from 'vitest';
import type { Parameter } from '../../core/drain/template-parameters.ts';
import { contextOf, distinctText, sourceText, varyingParameters } from './parameter-text.ts';

const TEXT = 'Received block <*> of size <*> bytes by ssh2';

const parameter = (over: Partial<Parameter>): Parameter => ({
  type: 'text',
  distinct: { count: 2, precision: 'exact' },
  top: [],
  numbers: undefined,
  examples: [],
  wildcard: 0,
  word: undefined,
  place: undefined,
  ...over,
});

const BLOCK = parameter({ place: { start: 15, end: 18 } });
const SIZE = parameter({ wildcard: 1, place: { start: 27, end: 36 } });
const NAME = parameter({ wildcard: 2, place: { start: 40, end: 44 }, distinct: { count: 1, precision: 'exact' } });

test('says how sure the number of values is', () => {
  expect(distinctText({ count: 1, precision: 'exact' })).toBe('always the same');
  expect(distinctText({ count: 12, precision: 'exact' })).toBe('12 values');
  expect(distinctText({ count: 1200, precision: 'about' })).toBe('about 1,200 values');
  expect(distinctText({ count: 1, precision: 'at-least' })).toBe('at least 1 value');
});

test('says which lines were read', () => {
  const rest = { unreadable: 0, parameters: [] };
  expect(sourceText({ total: 328, read: 328, ...rest })).toBe('From all 328 lines.');
  expect(sourceText({ total: 12_345, read: 512, ...rest })).toBe('From 512 of 12,345 lines, evenly spread.');
  expect(sourceText({ total: 10, read: 9, ...rest, unreadable: 1 })).toBe(
    'From 9 of 10 lines. 1 line could not be taken apart again and is left out.',
  );
});

test('names a wildcard by the words before it', () => {
  const all = [BLOCK, SIZE, NAME];
  expect(all.map((one) => contextOf(one, all, TEXT))).toEqual(['Received block <*>', 'of size <*> bytes', 'by ssh2']);
  expect(contextOf(parameter({ wildcard: 1, word: 0 }), all, TEXT)).toBe('<*> 2, value 1');
  const quoted = parameter({ place: { start: 24, end: 27 } });
  const first = parameter({ place: { start: 5, end: 8 } });
  expect(contextOf(quoted, [first, quoted], '"GET <*>", with status: <*>')).toBe('with status: <*>');
  const long = `${'x'.repeat(400)} and then <*>`;
  const place = { start: long.indexOf('<*>'), end: long.length };
  expect(contextOf(parameter({ place }), [], long)).toBe('… and then <*>');
  expect(contextOf(parameter({ place: { start: 400, end: 403 } }), [], `${'x'.repeat(400)}<*>`)).toHaveLength(42);
});

test('leaves out what the text shows as it always is', () => {
  expect(varyingParameters([BLOCK, SIZE, NAME], TEXT)).toEqual([BLOCK, SIZE]);
  const other = { ...NAME, distinct: { count: 2, precision: 'exact' } } as const;
  expect(varyingParameters([other], TEXT)).toEqual([other]);
});
