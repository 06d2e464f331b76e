import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Masker } from './mask.ts';
import { tokenize } from './tokens.ts';

const masker = new Masker();
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function skeletonOf(text: string): string {
  const bytes = encoder.encode(text);
  masker.mask(bytes, 0, bytes.length);
  return decoder.decode(masker.text);
}

test.each([
  ['Receiving block blk_-1608999687919862906 src: /10.250.19.102:54106', 'Receiving block blk_-0 src: /0'],
  ['took  -5 ms\tof 3.25', 'took 0 ms of 0'],
  ['d54b44eb-2d1a-abcd-ba6b-074d35f8f12c gone', '0 gone'],
  ['0x7fed806eb5d size=12, ok', '0 size=0, ok'],
  ['no digits: at all!', 'no digits: at all!'],
  ['größe ü7', 'größe 0'],
])('%s', (text, skeleton) => {
  expect(skeletonOf(text)).toBe(skeleton);
});

const word = fc.oneof(
  fc.stringMatching(/^[a-z0-9:=.,/\\_()[\]-]{1,12}$/),
  fc.constantFrom(
    '__proto__',
    'KB',
    '12',
    '-',
    '10.0.0.1:80',
    'key=value,x=1',
    'http://a/b=c1',
    'Jun',
    'ä9',
    'a-b',
    '<*>',
  ),
  fc.string({ maxLength: 6 }),
);

test('a line and its skeleton have the same tokens', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join(' ').trim();
      expect(tokenize(skeletonOf(text))).toEqual(tokenize(text.toWellFormed()));
    }),
    { numRuns: 2000 },
  );
});

test('the hash is of the skeleton, and tells a NUL at its end from none', () => {
  const hashOf = (text: string) => {
    skeletonOf(text);
    return [masker.low, masker.high];
  };
  expect(hashOf('took 5 ms')).toEqual(hashOf('took 17  ms'));
  expect(hashOf('took')).not.toEqual(hashOf('took\0'));
  expect(hashOf('took a ms')).not.toEqual(hashOf('took b ms'));
});
