import { expect, test } from 'vitest';
import { countLines, countWords, hashBytes } from './floors.ts';

const bytes = new TextEncoder().encode('one two\nthree\n');

test('floors do the work they are named after', () => {
  expect(countLines(bytes)).toBe(2);
  expect(countWords(bytes)).toBe(3);
  expect(hashBytes(bytes)).not.toBe(hashBytes(bytes.slice().reverse()));
});
