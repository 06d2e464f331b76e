import { expect, test } from 'vitest';
import { compilePattern } from '../../../ingest/compile-pattern.ts';
import { makeClassicReader } from './classic-reader.ts';

const make = (masks: readonly string[], logFormat = '<Level> <Content>') =>
  makeClassicReader({ logFormat, masks }, compilePattern);

function read(line: string, ...masks: string[]): string | undefined {
  const made = make(masks);
  if (!made.ok) throw new Error(made.message);
  return made.reader.read(line);
}

test('header off, masks on in their order, one space between tokens', () => {
  expect(read('INFO  got \t blk_17 from 10.0.0.1:80 ', 'blk_-?\\d+', '(\\d+\\.){3}\\d+(:\\d+)?')).toBe(
    'got <*> from <*>',
  );
  expect(read('INFO a1b2', 'a\\d', '\\d')).toBe('<*>b<*>');
  expect(read('INFO __proto__ constructor')).toBe('__proto__ constructor');
  expect(read('INFO')).toBeUndefined();
});

test('a line is read up to its 256th token', () => {
  expect(read(`INFO ${'x '.repeat(1000)}`)?.split(' ')).toHaveLength(256);
});

test.each([
  [['a('], '<Content>', 'The mask a( cannot be used. The expression cannot be read'],
  [['(?<=a)b'], '<Content>', 'uses look-behind'],
  [['a'], '<Level>', 'has no <Content>'],
  [Array.from({ length: 21 }, (_, i) => `m${i}`), '<Content>', 'There are 21 masks, more than 20.'],
])('%j with %s is refused with a sentence', (masks, format, message) => {
  const made = make(masks, format);
  expect(made.ok ? '' : made.message).toContain(message);
});
