import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_MINER } from '../frozen-miner.ts';
import { TemplateMatcher } from '../match.ts';
import { extendClassic } from './mine-classic.ts';

const SETTINGS = { similarity: 0.5, depth: 4, maxChildren: 100 };

/** Blank lines have no sequence. */
function toLines(texts: readonly string[]) {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  return {
    sequences: distinct.map((text) => text.split(' ')),
    sequenceOfLine: Int32Array.from(texts, (text) => distinct.indexOf(text)),
  };
}

const mine = (texts: readonly string[]) => extendClassic(EMPTY_MINER, toLines(texts), SETTINGS);
const textsOf = (templates: readonly (readonly string[])[]) => templates.map((tokens) => tokens.join(' '));

test('keys count by falling number of lines; lines without a sequence have none', () => {
  const mined = mine(['up now', '', 'get file a', 'get file b', 'get file a']);
  expect(textsOf(mined.miner.templates)).toEqual(['get file <*>', 'up now']);
  expect([...mined.keyOfLine]).toEqual([1, -1, 0, 0, 0]);
  expect(mined.overflowLines).toBe(0);
});

test('runs of <*> stay as long as in the lines', () => {
  expect(textsOf(mine(['put a b into store x', 'put c d into store x']).miner.templates)).toEqual([
    'put <*> <*> into store x',
  ]);
});

test('the frozen miner keeps known keys, and numbers new templates after them', () => {
  const known = mine(['up now', 'get file a', 'get file b']).miner;
  const later = extendClassic(known, toLines(['get file c', 'down at last', 'up now', 'down at dusk']), SETTINGS);
  expect(later.miner.templates.slice(0, 2)).toEqual(known.templates);
  expect(textsOf(later.miner.templates)).toEqual(['get file <*>', 'up now', 'down at <*>']);
  expect([...later.keyOfLine]).toEqual([0, 2, 1, 2]);
  expect(new TemplateMatcher(later.miner).match(['down', 'at', 'noon'])).toBe(2);
  expect(extendClassic(known, toLines(['up now']), SETTINGS).miner).toBe(known);
});

test('past the bound on clusters the rest belongs to <*>, also later', () => {
  const settings = { ...SETTINGS, maxClusters: 2 };
  const mined = extendClassic(EMPTY_MINER, toLines(['a x y', 'b x y', 'c x y', 'd x y', 'a x z']), settings);
  expect(textsOf(mined.miner.templates)).toEqual(['a x <*>', 'b x y', '<*>']);
  expect([...mined.keyOfLine]).toEqual([0, 1, 2, 2, 0]);
  expect([mined.miner.catchAll, mined.overflowLines]).toEqual([2, 2]);
  expect([...extendClassic(mined.miner, toLines(['e x y', 'b x y']), settings).keyOfLine]).toEqual([2, 1]);
});

test('a line that is <*> alone shares that template with the rest', () => {
  const mined = extendClassic(EMPTY_MINER, toLines(['<*>', 'a', 'b']), { ...SETTINGS, maxClusters: 2 });
  expect(textsOf(mined.miner.templates)).toEqual(['<*>', 'a']);
  expect([...mined.keyOfLine]).toEqual([0, 1, 0]);
});

test('the key of a line is that of a template its tokens fit, also when frozen', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'x1', '__proto__', 'constructor'), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), fc.array(text, { maxLength: 20 }), (first, second) => {
      const { miner, keyOfLine } = mine(first);
      const later = extendClassic(miner, toLines(second), SETTINGS);
      const fits = (template: readonly string[] | undefined, line: string | undefined) =>
        template !== undefined &&
        line?.split(' ').every((token, i) => template[i] === '<*>' || template[i] === token) === true;
      expect(first.every((line, i) => fits(miner.templates[keyOfLine[i] ?? -1], line))).toBe(true);
      expect(second.every((line, i) => fits(later.miner.templates[later.keyOfLine[i] ?? -1], line))).toBe(true);
      const matcher = new TemplateMatcher(miner);
      expect(first.every((line) => matcher.match(line.split(' ')) !== undefined)).toBe(true);
    }),
  );
});
