import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '../../../ingest/compile-pattern.ts';
import { ignoredKeys, templateChanges } from './template-changes.ts';
import type { TemplateEdits } from './template-edit.ts';

function changesOf(edits: TemplateEdits) {
  const made = templateChanges(edits, compilePattern);
  if (!made.ok) throw new Error(made.message);
  return made.changes;
}

test('a word is masked where an expression matches all of it', () => {
  const { masks } = changesOf([
    { kind: 'mask', pattern: 'job-[a-z]+' },
    { kind: 'mask', pattern: 'a|ab' },
  ]);
  expect(masks.tokens(['job-x', 'my-job-x', 'ab', 'abc', '<*>'])).toEqual(['<*>', 'my-job-x', '<*>', 'abc', '<*>']);
  expect(masks.id('start job-x <*> now')).toBe('start <*> now');
});

test('edits mean the same templates once words are masked, whenever the mask was added', () => {
  const edits: TemplateEdits = [
    { kind: 'split', template: 'ann saw <*> in <*>', wildcard: 1 },
    { kind: 'merge', templates: ['ann left', 'no'] },
    { kind: 'ignore', template: 'ann left' },
    { kind: 'mask', pattern: 'ann|saw' },
  ];
  const changes = changesOf(edits);
  expect(changes.edits).toEqual([
    { kind: 'split', template: '<*> in <*>', wildcard: 1 },
    { kind: 'merge', templates: ['<*> left', 'no'] },
  ]);
  expect(ignoredKeys([['no'], ['<*>', 'left']], changes)).toEqual(new Set([1]));
});

test.each([
  ['(a', 'The mask (a cannot be used. The expression cannot be read'],
  ['a)(b', 'The mask a)(b cannot be used.'],
  ['(?<=a)b', 'uses look-behind'],
  ['(a)\\1', 'uses a back-reference'],
  [' ', 'The expression is empty.'],
  ['a'.repeat(600), 'has 600 characters'],
])('the mask %s is refused with a sentence', (pattern, message) => {
  const made = templateChanges([{ kind: 'mask', pattern }], compilePattern);
  expect(made.ok ? '' : made.message).toContain(message);
});

test('more than 20 masks are refused', () => {
  const made = templateChanges(
    Array.from({ length: 21 }, (_, i) => ({ kind: 'mask', pattern: `m${i}` })),
    compilePattern,
  );
  expect(made.ok ? '' : made.message).toBe('There are 21 masks, more than 20.');
});

const word = fc.constantFrom('ann', 'bob', 'x1', '<*>', '__proto__', 'constructor');

test('property: masks keep the number of tokens, and mask nothing twice', () => {
  const { masks } = changesOf([{ kind: 'mask', pattern: 'ann|__proto__' }]);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (tokens) => {
      const masked = masks.tokens(tokens);
      expect(masked.map((token, i) => token === tokens[i] || token === '<*>')).not.toContain(false);
      expect(masks.tokens(masked)).toBe(masked);
      expect(masks.id(masks.id(tokens.join(' ')))).toBe(masks.id(tokens.join(' ')));
    }),
  );
});
