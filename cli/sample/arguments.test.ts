import { expect, test } from 'vitest';
import { readSampleArguments } from './arguments.ts';
import { hdfs } from './kinds/hdfs.ts';

const read = (words: string) => readSampleArguments(words.split(' '));

test('kind, lines and file are enough', () => {
  expect(read('--kind hdfs --lines 5000 --out x.log')).toEqual({
    is: 'generate',
    kind: hdfs,
    options: { lines: 5000, anomalies: 0.01, seed: 1 },
    out: 'x.log',
  });
});

test('the rest can be said', () => {
  expect(read('--kind hdfs --lines 9 --out x --anomalies 0.5 --seed 7')).toMatchObject({
    options: { lines: 9, anomalies: 0.5, seed: 7 },
  });
  expect(read('--help')).toEqual({ is: 'help' });
});

test.each([
  ['--lines 5 --out x', '--kind'],
  ['--kind nginx --lines 5 --out x', 'hdfs|openstack|web|auth'],
  ['--kind hdfs --out x', '--lines'],
  ['--kind hdfs --lines 0 --out x', '--lines'],
  ['--kind hdfs --lines 1.5 --out x', '--lines'],
  ['--kind hdfs --lines 5', '--out'],
  ['--kind hdfs --lines 5 --out x --anomalies 2', '--anomalies'],
  ['--kind hdfs --lines 5 --out x --seed abc', '--seed'],
  ['--kind hdfs --lines', 'lines'],
  ['--verbose', '--verbose'],
  ['hdfs', 'hdfs'],
])('%s: a sentence that names the mistake', (words, named) => {
  const request = read(words);
  expect(request.is).toBe('wrong');
  if (request.is !== 'wrong') return;
  expect(request.sentence).toContain(named);
  expect(request.sentence).toMatch(/^[^\n]+\.$/);
});
