import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenDifferences } from './token-differences.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', '__proto__'), { maxLength: 8 });

test.each([
  ['a b c', 'a b c', []],
  ['a b c', 'a x c', [{ expected: 'b', found: 'x' }]],
  ['a b c d', 'a d', [{ expected: 'b c', found: '' }]],
  ['a <*> c', 'a b c', []],
  ['a <*> c', 'a c', []],
  ['a <*> c', 'a b x c', [{ expected: '', found: 'x' }]],
  ['a', 'b c', [{ expected: 'a', found: 'b c' }]],
])('%s against %s', (template, tokens, differences) => {
  const found = tokenDifferences(template.split(' '), tokens.split(' '));
  expect(found.map(({ expected, found: other }) => ({ expected, found: other }))).toEqual(differences);
});

test('every word that is not in the template is found, and the other way round', () => {
  fc.assert(
    fc.property(words, words, (template, tokens) => {
      const differences = tokenDifferences(template, tokens);
      const side = (of: 'expected' | 'found') => differences.flatMap((d) => (d[of] === '' ? [] : d[of].split(' ')));
      expect(template.length - side('expected').length).toBe(tokens.length - side('found').length);
      for (const word of tokens) if (!template.includes(word)) expect(side('found')).toContain(word);
      for (const word of template) if (!tokens.includes(word)) expect(side('expected')).toContain(word);
      expect(tokenDifferences(tokens, tokens)).toEqual([]);
    }),
  );
});
