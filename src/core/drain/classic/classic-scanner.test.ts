import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '../../../ingest/compile-pattern.ts';
import { plainText } from '../../../ingest/decode.ts';
import { makeClassicReader } from './classic-reader.ts';
import { ClassicScanner } from './classic-scanner.ts';
import { type TokenLines, TokenLinesBuilder } from './token-lines.ts';

function reader() {
  const made = makeClassicReader({ logFormat: '<Level>: <Content>', masks: ['\\d+'] }, compilePattern);
  if (!made.ok) throw new Error(made.message);
  return made.reader;
}

function scan(...files: readonly (readonly string[])[]): TokenLines {
  const scanner = new ClassicScanner(reader(), plainText);
  for (const blocks of files) {
    scanner.beginFile('log', 0);
    for (const block of blocks) scanner.push(new TextEncoder().encode(block));
  }
  return scanner.finish();
}

test('every line has a sequence, is blank or is listed as unparsed', () => {
  const lines = scan(['I: a 1\n\nI: a 2\r\nno format\nI: \x1b[31mb\x1b[0m'], ['I: a 3\n  \n']);
  expect(lines.sequences).toEqual([['a', '<*>'], ['b']]);
  expect([...lines.sequenceOfLine]).toEqual([0, -1, 0, -1, 1, 0, -1]);
  expect([lines.blankLines, lines.unparsed, lines.widenedLines]).toEqual([2, [3], 0]);
});

test('counts add up, and the cut into blocks makes no difference', () => {
  const line = fc.constantFrom('I: a 1', 'I: b __proto__', 'odd', '', ' ', 'W: x\r');
  fc.assert(
    fc.property(fc.array(line), fc.nat(7), (content, size) => {
      const text = content.map((one) => `${one}\n`).join('');
      const blocks = Array.from({ length: Math.ceil(text.length / (size + 1)) }, (_, i) =>
        text.slice(i * (size + 1), (i + 1) * (size + 1)),
      );
      const lines = scan(blocks);
      expect(lines).toEqual(scan([text]));
      const parsed = lines.sequenceOfLine.filter((sequence) => sequence >= 0).length;
      expect(parsed + lines.blankLines + lines.unparsed.length).toBe(content.length);
    }),
  );
});

test('beyond its bound new sequences are taken for <*>, known ones are not', () => {
  const builder = new TokenLinesBuilder(reader(), 2);
  for (const word of ['a', 'b', 'c', 'a', 'd']) builder.add(`I: ${word}`);
  const lines = builder.finish();
  expect(lines.sequences).toEqual([['a'], ['b'], ['<*>']]);
  expect([...lines.sequenceOfLine]).toEqual([0, 1, 2, 0, 2]);
  expect(lines.widenedLines).toBe(2);
});

test('more lines than fit at first', () => {
  const builder = new TokenLinesBuilder(reader());
  for (let i = 0; i < 10_000; i++) builder.add(`I: ${'abc'[i % 3]}`);
  const { sequenceOfLine } = builder.finish();
  expect(sequenceOfLine).toHaveLength(10_000);
  expect(sequenceOfLine.every((sequence, i) => sequence === i % 3)).toBe(true);
});
