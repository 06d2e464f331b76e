import { expect, test } from 'vitest';
import { orderInside } from './evidence-text.ts';

test.each([
  [2.04, '4.1x more predictable'],
  [4, '16x more predictable'],
  [0.08, '1.1x more predictable'],
  [0.02, 'as in the file'],
  [-0.02, 'as in the file'],
  [-1, '2.0x less predictable'],
])('%d bits: %s', (bits, text) => {
  expect(orderInside(bits)).toBe(text);
});
