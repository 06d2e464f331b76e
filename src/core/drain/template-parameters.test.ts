import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tokenize, WILDCARD } from '../scan/tokens.ts';
import { displayText } from './display-text.ts';
import { parameterValues, wildcardPlaces } from './parameter-values.ts';
import { templateParameters } from './template-parameters.ts';

const CONTENT = 'Received block blk_-12 of size 67108864 from /10.250.19.102 in 12 ms over ssh2';

function parametersOf(contents: readonly string[], count = contents.length) {
  const [first = '', ...others] = contents;
  const tokens = tokenize(first);
  const text = displayText(first, tokens, others);
  const found = templateParameters({ tokens, text, count }, { contents, lines: contents.map((_, line) => line) });
  return { ...found, text };
}

test('values are what stands under each wildcard, with their units', () => {
  expect(parameterValues(CONTENT, tokenize(CONTENT))).toEqual([
    'blk_-12',
    '67108864',
    '/10.250.19.102',
    '12 ms',
    'ssh2',
  ]);
  expect(parameterValues('Another line', tokenize(CONTENT))).toBeUndefined();
});

test('each wildcard is a parameter with its place in the text', () => {
  const contents = [1, 2, 3].map((i) => CONTENT.replace('-12', String(i)).replace('12 ms', `${i} ms`));
  const { parameters, read, unreadable, text } = parametersOf(contents);
  expect([read, unreadable]).toEqual([3, 0]);
  expect(parameters.map(({ type, wildcard, word }) => [type, wildcard, word])).toEqual([
    ['id', 0, undefined],
    ['number', 1, undefined],
    ['ip', 2, undefined],
    ['duration', 3, undefined],
    ['id', 4, undefined],
  ]);
  expect(parameters.map(({ place }) => text.slice(place?.start, place?.end))).toEqual([
    '<*>',
    '<*>',
    '<*>',
    '<*> ms',
    'ssh2',
  ]);
});

test('values that always follow one another are parameters of their own', () => {
  const { parameters } = parametersOf(['allocate: /a/b. blk_1', 'allocate: /a/c. blk_2']);
  expect(parameters.map(({ type, wildcard, word }) => [type, wildcard, word])).toEqual([
    ['path', 0, 0],
    ['id', 0, 1],
  ]);
  expect(parameters.map(({ top }) => top[0]?.text)).toEqual(['/a/b', 'blk_1']);
  const { parameters: amounts } = parametersOf(['took 3 ms 5 KB', 'took 4 ms 6 KB']);
  expect(amounts.map(({ type }) => type)).toEqual(['duration', 'size']);
});

test('values in a varying number, and words, stay together', () => {
  const contents = ['tasks 1 2 3', 'tasks 4 5'];
  expect(parametersOf(contents).parameters.map(({ type, word }) => [type, word])).toEqual([['text', undefined]]);
  const found = templateParameters(
    { tokens: ['failed', WILDCARD], text: 'failed: <*>', count: 2 },
    { contents: ['failed: access denied', 'failed: connection lost'], lines: [0, 1] },
  );
  expect(found.parameters.map(({ top }) => top[0]?.text)).toEqual(['access denied']);
});

test('lines that cannot be taken apart are counted', () => {
  const tokens = ['length', WILDCARD, 'end'];
  const found = templateParameters(
    { tokens, text: 'length <*> end', count: 2 },
    { contents: ['length 1 end', 'length 2'], lines: [0, 9] },
  );
  expect(found).toMatchObject({ read: 1, unreadable: 1 });
  expect(found.parameters[0]?.distinct).toEqual({ count: 1, precision: 'at-least' });
  const none = templateParameters({ tokens, text: 'length <*> end', count: 1 }, { contents: ['length 2'], lines: [9] });
  expect(none).toEqual({ total: 1, read: 0, unreadable: 1, parameters: [] });
});

test('a template without a wildcard has no parameters', () => {
  expect(parametersOf(['all is well', 'all is well'])).toMatchObject({ read: 2, parameters: [] });
});

test('text that reads differently from the tokens is placed by its wildcards', () => {
  expect(wildcardPlaces('in <*> days', ['in', WILDCARD, 'days'])).toEqual([{ start: 3, end: 6 }]);
  expect(wildcardPlaces('something else', ['in', WILDCARD])).toBeUndefined();
});

const LOGHUB = join(import.meta.dirname, '../../../../shared/data/loghub2k');

describe.skipIf(!existsSync(LOGHUB))('real logs (../shared/data/loghub2k)', () => {
  test.each(existsSync(LOGHUB) ? readdirSync(LOGHUB).filter((name) => !name.includes('.')) : [])('%s', (system) => {
    const path = join(LOGHUB, system, `${system}_2k.log`);
    if (!existsSync(path)) return;
    const contents = readFileSync(path, 'utf8')
      .split(/\r?\n/)
      .filter((line, at) => line !== '' && at % 10 === 0);
    for (const content of contents) {
      const tokens = tokenize(content);
      const text = displayText(content, tokens);
      const values = parameterValues(content, tokens);
      const places = wildcardPlaces(text, tokens);
      expect(values).toHaveLength(tokens.filter((token) => token === WILDCARD).length);
      expect(places, text).toHaveLength(values?.length ?? -1);
    }
  });
});
