import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WILDCARD_WORD, WordTable } from './word-table.ts';

test('numbers words as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 3 })), (texts) => {
      const table = new WordTable();
      const map = new Map([['<*>', WILDCARD_WORD]]);
      for (const text of texts) {
        expect(table.find(text)).toBe(map.get(text) ?? -1);
        map.set(text, map.get(text) ?? map.size);
        expect(table.add(text)).toBe(map.get(text));
      }
      for (const [text, number] of map) expect(table.textOf(number)).toBe(text);
    }),
  );
});

test('tells many words apart', () => {
  const table = new WordTable();
  const texts = Array.from({ length: 20_000 }, (_, i) => `w${i.toString(36)}`);
  expect(texts.map((text) => table.add(text))).toEqual(texts.map((_, i) => i + 1));
  expect(texts.map((text) => table.find(text))).toEqual(texts.map((_, i) => i + 1));
  expect([...table.textsOf(Int32Array.of(WILDCARD_WORD, 20_000))]).toEqual(['<*>', texts.at(-1)]);
});
