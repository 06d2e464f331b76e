import { expect, test } from 'vitest';
import { readPart } from './part-arguments.ts';

test.each([
  [{}, undefined],
  [{ first: '500' }, { by: 'first', bytes: 500 }],
  [{ first: '1.5GB' }, { by: 'first', bytes: 1.5e9 }],
  [{ sample: '20 mb' }, { by: 'sample', bytes: 2e7 }],
  [{ sample: '3k' }, { by: 'sample', bytes: 3000 }],
])('%j', (values, part) => {
  expect(readPart(values)).toEqual(part);
});

test.each([
  [{ first: '0' }, '--first must be a number of bytes, such as 500MB or 2GB.'],
  [{ sample: 'much' }, '--sample must be a number of bytes, such as 500MB or 2GB.'],
  [{ sample: '-5' }, '--sample must be a number of bytes, such as 500MB or 2GB.'],
  [{ first: '1', sample: '1' }, '--first and --sample do not go together.'],
])('%j is refused', (values, sentence) => {
  expect(readPart(values)).toBe(sentence);
});
