import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/base/random.ts';
import { anyNumber, anyOf, normal, nthOf, oneOf } from './field.ts';
import { hdfs } from './kinds/hdfs.ts';
import { Branch, LineTexts } from './line-text.ts';

const texts = new LineTexts({
  ...hdfs,
  fields: {
    job: anyNumber('session', 0, 1e9),
    node: oneOf('branch', ['a', 'b', 'c']),
    holder: nthOf('node'),
    source: anyOf('branch', 'node'),
    port: anyNumber('line', 0, 1e9),
    size: normal('line', 100, 5),
  },
  messages: {
    job: '{job}',
    node: '{node}',
    holder: '{holder}',
    source: '{source}',
    port: '{port}',
    size: 'of size {size}, branch {branch}',
  },
  unknownMessages: [],
});
const random = createRandom(1);

test('a value holds for the session, for the branch and what is inside it, or for one line', () => {
  const root = new Branch(undefined, 0);
  const branch = new Branch(root, 0);
  const inner = new Branch(branch, 1);
  expect(texts.text('job', branch, random)).toBe(texts.text('job', root, random));
  expect(texts.text('node', branch, random)).toBe(texts.text('node', inner, random));
  expect(texts.text('port', root, random)).not.toBe(texts.text('port', root, random));
});

test('branches differ, and their values are recalled in order', () => {
  const root = new Branch(undefined, 0);
  const nodes = [0, 1, 2].map((index) => texts.text('node', new Branch(root, index), random));
  expect([...nodes].sort()).toEqual(['a', 'b', 'c']);
  expect([0, 1, 2].map((index) => texts.text('holder', new Branch(root, index), random))).toEqual(nodes);
  expect(nodes).toContain(texts.text('source', new Branch(root, 0), random));
});

test('an override replaces one value; the numbers of a message are known', () => {
  const branch = new Branch(undefined, 7);
  expect(texts.text('size', branch, random, { field: 'size', value: '900' })).toBe('of size 900, branch 7');
  expect(texts.numbersIn('size')).toEqual(['size']);
  expect(texts.numbersIn('port')).toEqual([]);
});

test('a message or field that is not defined is a bug', () => {
  expect(() => texts.text('other', new Branch(undefined, 0), random)).toThrow('other');
  expect(() => new LineTexts({ ...hdfs, fields: {} }).text('served', new Branch(undefined, 0), random)).toThrow(
    'field',
  );
});
