import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '../../../ingest/compile-pattern.ts';
import { wordPattern } from './word-pattern.ts';

test.each([
  ['eth0', 'eth\\d+'],
  ['a.b[12](x)', 'a\\.b\\[\\d+\\]\\(x\\)'],
  ['10/20', '\\d+/\\d+'],
])('%s is a word like %s', (word, pattern) => expect(wordPattern(word)).toBe(pattern));

test('property: the expression for a word matches all of it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), (word) => {
      if (word.trim() === '') return;
      const result = compilePattern(`^(?:${wordPattern(word)})$`);
      expect(result.ok && result.pattern.test(word)).toBe(true);
    }),
  );
});
