import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loneContent } from './lone-content.ts';
import { SignatureReader } from './signature-reader.ts';
import { tokenize } from './tokens.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const reader = new SignatureReader((bytes) => decoder.decode(bytes));
const content = loneContent();

const skeletonOf = (text: string) => reader.skeleton(encoder.encode(`${text}\n`), 0).text;

function numbersIn(text: string): number[] {
  content.numberCount = 0;
  content.read(encoder.encode(`${text}\n`), 0);
  return [...content.numbers.subarray(0, content.numberCount)];
}

function hashOf(text: string): number[] {
  content.read(encoder.encode(`${text}\n`), 0);
  return [...content.hash];
}

test.each([
  ['Receiving block blk_-1608999687919862906 src: /10.250.19.102:54106', 'Receiving block blk_-x0 src: /x0'],
  ['took  -5 ms\tof 3.25', 'took 0 ms of 0'],
  ['d54b44eb-2d1a-abcd-ba6b-074d35f8f12c gone', 'x0 gone'],
  ['0x7fed806eb5d size=12, ok', 'x0 size=0, ok'],
  ['a-1 /2 v1.2.3 10:30 at 5', 'a-x0 /x0 x0 x0 at 0'],
  ['no digits: at all!', 'no digits: at all!'],
  ['größe ü7', 'größe x0'],
  ['trailing space \t', 'trailing space'],
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

test.each([
  ['took 12 ms, 3.5 s, -7 and =-2', [12, 3.5, -7, -2]],
  ['67108864 bytes (4294967296) 12345678901234', [67108864, 4294967296, Math.fround(12345678901234)]],
  ['12ms 0x1f a1 1.2.3 10:30 /5 a-6 7/8 blk_9', []],
  ['size:5, [6] <7> 8. 9', [5, 6, 7, 8, 9]],
])('plain numbers of %s', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
  expect(reader.skeleton(encoder.encode(`${text}\n`), 0).numbers).toBe(numbers.length);
});

test('contents have the same hash when they have the same skeleton, and only then', () => {
  const texts = fc.array(word, { maxLength: 5 }).map((words) => words.join(' ').replaceAll('\n', ''));
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(hashOf(a).join() === hashOf(b).join()).toBe(skeletonOf(a) === skeletonOf(b));
    }),
    { numRuns: 2000 },
  );
  expect(hashOf('took 5 ms')).toEqual(hashOf('took 17  ms'));
  expect(hashOf('took')).not.toEqual(hashOf('took\0'));
});

test('words that are rare are values once words are told apart by their counts', () => {
  const counts = new Int32Array(1 << 20);
  content.wordCounts = counts;
  content.configure(false, true, 0);
  for (let i = 0; i < 3; i++) hashOf(`user name${'abc'[i]} logged in`);
  content.configure(false, false, 0);
  const widening = new SignatureReader((bytes) => decoder.decode(bytes));
  widening.widen({ wordCounts: counts, leastCount: 3 });
  expect(widening.skeleton(encoder.encode('user namea logged in\n'), 0).text).toBe('user x0 logged in');
});
