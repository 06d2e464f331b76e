import { expect, test } from 'vitest';
import { HashIndex } from './hash-index.ts';
import { Hash64 } from './hash64.ts';

test('numbers things in the order they are first seen, however many', () => {
  const index = new HashIndex(4);
  const hash = new Hash64();
  const encoder = new TextEncoder();
  const numberOf = (text: string) => {
    const bytes = encoder.encode(text);
    hash.ofBytes(bytes, 0, bytes.length);
    return index.add(hash.low, hash.high);
  };
  const texts = Array.from({ length: 20_000 }, (_, i) => `blk_${i * 7}`);
  expect(texts.map(numberOf)).toEqual(texts.map((_, i) => i));
  expect(texts.map(numberOf)).toEqual(texts.map((_, i) => i));
  expect(index.size).toBe(20_000);
});
