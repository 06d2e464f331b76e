import { describe, expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { tokenize } from '../scan/tokens.ts';
import { EMPTY_MINER, type FrozenMiner } from './frozen-miner.ts';
import { TemplateMatcher } from './match.ts';

const TEXTS = ['open <*> by <*>', 'open door by <*>', 'session closed', 'Received block <*> of size <*>'];
const MINER: FrozenMiner = {
  templates: TEXTS.map((text) => text.split(' ')),
  layers: [TEXTS.map((text, key) => ({ key: key as LogKey, tokens: text.split(' ') }))],
  catchAll: -1,
};
const matcher = new TemplateMatcher(MINER);

describe('matching', () => {
  test('takes the most specific template', () => {
    expect(matcher.match(['open', 'gate', 'by', 'ann'])).toBe(0);
    expect(matcher.match(['open', 'door', 'by', 'ann'])).toBe(1);
  });

  test('a masked token is not a constant one', () => {
    expect(matcher.match(['session', '<*>'])).toBeUndefined();
  });

  test('other words, more or fewer tokens are new', () => {
    expect(matcher.match(['session', 'opened'])).toBeUndefined();
    expect(matcher.match(['session'])).toBeUndefined();
    expect(matcher.match(['session', 'closed', 'now'])).toBeUndefined();
    expect(matcher.match(['__proto__'])).toBeUndefined();
    expect(matcher.match([])).toBeUndefined();
  });

  test('an earlier layer wins over a later, more specific one', () => {
    const later = { key: 4 as LogKey, tokens: ['open', 'gate', 'by', '<*>'] };
    const two = new TemplateMatcher({ ...MINER, layers: [...MINER.layers, [later]] });
    expect(two.match(['open', 'gate', 'by', 'ann'])).toBe(0);
  });
});

describe('the nearest template', () => {
  test.each([
    ['Received block blk_1 of length 5', 3, [{ expected: 'size', found: 'length' }]],
    ['session was closed', 2, [{ expected: '', found: 'was' }]],
    ['closed', 2, [{ expected: 'session', found: '' }]],
    ['open door by force', 1, []],
  ])('of %s', (content, key, differences) => {
    expect(matcher.nearest(tokenize(content))).toEqual({ key, differences });
  });

  test('of words that no template has, and of an empty miner, is none', () => {
    expect(matcher.nearest(['<*>', 'unheard'])).toBeUndefined();
    expect(new TemplateMatcher(EMPTY_MINER).nearest(['a'])).toBeUndefined();
  });
});
