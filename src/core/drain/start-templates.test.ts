import { expect, test } from 'vitest';
import { tokenize } from '../scan/tokens.ts';
import type { FrozenMiner } from './frozen-miner.ts';
import { TemplateMatcher } from './match.ts';
import { extendMiner } from './mine.ts';
import { startMiner, templateFinder, wordMiner } from './start-templates.ts';

const wordsOf = (template: string) => template.split(' ');
function start(texts: readonly string[], contents: readonly string[]): FrozenMiner {
  const templates = texts.map(wordsOf);
  const find = templateFinder(templates);
  return startMiner(
    templates,
    contents.map((content) => ({ content, template: find(content) })),
  ).miner;
}
const keyIn = (miner: FrozenMiner, content: string) => new TemplateMatcher(miner).match(tokenize(content));

test('lines get the template that they have there, in its order', () => {
  const miner = start(
    ['Closing the <*> now', 'Opening the door', 'Opening the <*>'],
    ['Opening the door', 'Opening the window', 'Closing the shop now'],
  );
  expect(miner.templates.map((tokens) => tokens.join(' '))).toEqual([
    'Closing the <*> now',
    'Opening the door',
    'Opening the <*>',
  ]);
  expect(['Closing the bar now', 'Opening the door', 'Opening the gate'].map((line) => keyIn(miner, line))).toEqual([
    0, 1, 2,
  ]);
});

test('a word that varies does so with all its tokens, and names of masks vary', () => {
  const miner = start(
    ['set <*> to <NUM>', 'from <:IP:>:<:NUM:> on'],
    ['set size=12,mode=fast to 9', 'set more=3,like=this to 9', 'from 10.0.0.1:80 on'],
  );
  expect(keyIn(miner, 'set other=1,kind=slow to 7')).toBe(0);
  expect(keyIn(miner, 'from 10.9.9.9:8080 on')).toBe(1);
});

test('templates that no line has are left out, and what has none is mined behind the others', () => {
  const contents = ['Opening the door', 'Losing the key'];
  const miner = start(['Never said', 'Opening the <*>'], contents);
  expect(miner.templates).toEqual([['Opening', 'the', '<*>']]);
  const signatures = contents.map((content) => ({ tokens: tokenize(content), count: 1 }));
  const { miner: extended, keyOfSignature } = extendMiner(miner, signatures);
  expect([...keyOfSignature]).toEqual([0, 1]);
  expect(extended.templates[1]).toEqual(['Losing', 'the', 'key']);
  expect(start(['Never said'], contents).templates).toEqual([]);
});

test('templates that read the same here are one', () => {
  const miner = start(['took <*>', 'took <*> <*>'], ['took 5', 'took 5 6']);
  expect(miner.templates).toEqual([['took', '<*>']]);
});

test('for lines cut into words the templates are what they are', () => {
  const miner = wordMiner([wordsOf('took <NUM> ms'), wordsOf('idle')]);
  expect(miner.templates).toEqual([['took', '<*>', 'ms'], ['idle']]);
  expect(new TemplateMatcher(miner).match(['took', '7', 'ms'])).toBe(0);
});

test('of a word only the part varies that is a wildcard', () => {
  const miner = start(['login user=<*> (<*>)'], ['login user=ann (home)']);
  expect(miner.templates).toEqual([['login', 'user', '<*>']]);
  expect(keyIn(miner, 'login user=bob (work)')).toBe(0);
});

test('of a word that varies the name stays, where what stands behind it is the value', () => {
  const miner = start(['failed; <*> <*>'], ['failed; uid=0 user=ann', 'failed; uid=7 user=bob']);
  expect(miner.templates).toEqual([['failed', 'uid', '<*>']]);
});
