import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectHeader } from '../core/scan/detect-header.ts';
import { describeIdentifier } from '../core/scan/identifier-rule.ts';
import { proposeIdentifiers } from './propose-identifiers.ts';

const DATA = '../shared/data';

function proposals(lines: readonly string[]): string[] {
  return proposeIdentifiers(lines, detectHeader(lines)).map(describeIdentifier);
}

function proposalsFor(file: string): string[] {
  return proposals(readFileSync(`${DATA}/${file}`, 'utf8').split(/\r?\n/).slice(0, 2000));
}

describe.skipIf(!existsSync(DATA))(`real logs (needs ${DATA})`, () => {
  test('HDFS: the block is there', () => {
    expect(proposalsFor('hdfs/HDFS_5k.log')).toContain('blk_<*>');
  });

  test('OpenStack: the request comes first, instances are there', () => {
    const found = proposalsFor('loghub2k/OpenStack/OpenStack_2k.log');
    expect(found[0]).toBe('req-<*>');
    expect(found).toContain('<uuid>');
  });

  test('OpenSSH: the process id comes first', () => {
    expect(proposalsFor('loghub2k/OpenSSH/OpenSSH_2k.log')[0]).toBe('pid');
  });
});

const line = (i: number, content: string) => `2024-01-01 10:00:0${i % 10} INFO ${content}`;
const many = (content: (i: number) => string) => Array.from({ length: 60 }, (_, i) => line(i, content(i)));

test.each<[string, (i: number) => string, string[]]>([
  ['a named number', (i) => `started session_id=${i >> 2} now`, ['session_id=<*>']],
  ['a named UUID', (i) => `vm of instance: 0a0b0c0d-1111-2222-3333-44445555660${i % 9} up`, ['instance: <*>']],
  ['a prefix', (i) => `done task-${i >> 2}`, ['task-<*>']],
  ['one of two signs of the same id', (i) => `receiving block blk_${(i >> 2) + 1000}`, ['blk_<*>']],
  ['a named address', (i) => `failed rhost=10.0.0.${i % 9} user`, ['rhost=<*>']],
  [
    'no address where lines name two',
    (i) => `moved task-${i >> 2} (10.0.0.${i % 9} > 10.0.1.${i % 7}) on`,
    ['task-<*>'],
  ],
  ['no quantity', (i) => (i % 2 ? `read ${i % 9} bytes, took: ${i % 7}` : `count: ${i % 5}`), []],
  ['no id that never comes again', (i) => `done task-${i}`, []],
  ['no single id', () => 'done task-17', []],
  ['no rare one', (i) => (i < 12 ? `done task-${i >> 2}` : 'idle'), []],
])('%s', (_, content, expected) => {
  expect(proposals(many(content)).filter((rule) => rule !== '<uuid>')).toEqual(expected);
});
