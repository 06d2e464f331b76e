import { expect, test } from 'vitest';
import { HashIndex } from './hash-index.ts';
import { WordBuffer } from './word-buffer.ts';

test('numbers things in the order they are first seen, however many', () => {
  const index = new HashIndex(4);
  const key = new WordBuffer(64);
  const encoder = new TextEncoder();
  const numberOf = (text: string) => {
    key.hash(encoder.encodeInto(text, key.bytes).written);
    return index.add(key.low, key.high);
  };
  const texts = Array.from({ length: 20_000 }, (_, i) => `blk_${i * 7}`);
  expect(texts.map(numberOf)).toEqual(texts.map((_, i) => i));
  expect(texts.map(numberOf)).toEqual(texts.map((_, i) => i));
  expect(index.size).toBe(20_000);
});
