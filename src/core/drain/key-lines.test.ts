import { expect, test } from 'vitest';
import { keyLines } from './key-lines.ts';

test('count, first, middle and last line of each key; blank lines have none', () => {
  const signature = Int32Array.of(0, 1, -1, 2, 0, 1, 2, 0);
  expect(keyLines(signature, Int32Array.of(1, 0, 1), 3)).toEqual({
    count: Int32Array.of(2, 5, 0),
    first: Int32Array.of(1, 0, -1),
    middle: Int32Array.of(5, 4, -1),
    last: Int32Array.of(5, 7, -1),
  });
});
