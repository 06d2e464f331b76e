import { expect, test } from 'vitest';
import { cutAtHits } from './highlight.ts';

const marked = (text: string, needle: string, matchCase = false) =>
  cutAtHits(text, needle, matchCase)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

test('each place is marked, in capitals or not', () => {
  expect(marked('Error: an error', 'ERROR')).toBe('[Error]: an [error]');
  expect(marked('Error: an error', 'error', true)).toBe('Error: an [error]');
  expect(marked('aaa', 'aa')).toBe('[aa]a');
});

test('folding keeps places: capitals of other scripts stay as they are', () => {
  expect(marked('İİ Error', 'error')).toBe('İİ [Error]');
});

test('nothing looked for, nothing marked', () => {
  expect(cutAtHits('a', '', false)).toEqual([{ text: 'a', isHit: false }]);
});
