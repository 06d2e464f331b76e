import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../ingest/compile-pattern.ts';
import { detectHeader } from './detect-header.ts';
import { eachIdentifier } from './each-identifier.ts';
import { describeIdentifier, type IdentifierRule } from './identifier-rule.ts';
import { LogScanner } from './log-scanner.ts';
import { proposeIdentifiers } from './propose-identifiers.ts';

const DATA = '../shared/data';

function proposals(lines: readonly string[]): string[] {
  return proposeIdentifiers(lines, detectHeader(lines)).map(describeIdentifier);
}

function proposalsFor(file: string): string[] {
  return proposals(readFileSync(`${DATA}/${file}`, 'utf8').split(/\r?\n/).slice(0, 2000));
}

describe.skipIf(!existsSync(DATA))(`real logs (needs ${DATA})`, () => {
  test('HDFS: the block comes first', () => {
    expect(proposalsFor('hdfs/HDFS_5k.log')[0]).toBe('blk_<*>');
  });

  test('OpenStack: the request comes first, instances are there', () => {
    const found = proposalsFor('loghub2k/OpenStack/OpenStack_2k.log');
    expect(found[0]).toBe('req-<*>');
    expect(found).toContain('<uuid>');
  });

  test.each(['OpenSSH', 'Linux'])('%s: the process id comes first', (system) => {
    expect(proposalsFor(`loghub2k/${system}/${system}_2k.log`)[0]).toBe('pid');
  });
});

const line = (i: number, content: string) => `2024-01-01 10:00:0${i % 10} INFO ${content}`;
const many = (content: (i: number) => string) => Array.from({ length: 60 }, (_, i) => line(i, content(i)));

test.each<[string, (i: number) => string, string[]]>([
  ['a named number', (i) => `started session_id=${i >> 2} now`, ['session_id=<*>']],
  ['a named UUID', (i) => `vm of instance: 0a0b0c0d-1111-2222-3333-44445555660${i % 9} up`, ['instance: <*>']],
  ['a prefix', (i) => `done task-${i >> 2}`, ['task-<*>']],
  ['a named address', (i) => `failed rhost=10.0.0.${i % 9} user`, ['rhost=<*>']],
  ['no quantity', (i) => (i % 2 ? `read ${i % 9} bytes, took: ${i % 7}` : `count: ${i % 5}`), []],
  ['no id that never comes again', (i) => `done task-${i}`, []],
  ['no single id', () => 'done task-17', []],
  ['no rare one', (i) => (i < 12 ? `done task-${i >> 2}` : 'idle'), []],
])('%s', (_, content, expected) => {
  expect(proposals(many(content)).filter((rule) => rule !== '<uuid>')).toEqual(expected);
});

function idsIn(text: string, ...rules: IdentifierRule[]): string[][] {
  const lines = text.split('\n');
  const scanner = new LogScanner({
    header: detectHeader(lines),
    identifiers: rules,
    decode: (bytes) => new TextDecoder().decode(bytes),
    compile: compilePattern,
  });
  scanner.beginFile('log', text.length);
  scanner.push(new TextEncoder().encode(text));
  return scanner.finish().identifiers.map((column) => {
    const found: string[] = [];
    eachIdentifier(column, (line, id) => found.push(`${line} ${column.ids[id]}`));
    return found;
  });
}

const token = (before: string, prefix: string, body: 'number' | 'hex' | 'uuid' | 'word'): IdentifierRule => ({
  kind: 'token',
  before,
  prefix,
  body,
});

test('a line belongs to every id it names, once', () => {
  const text = 'ask blk_1 blk_-2 for blk_1\nnone\nxblk_3 /a/blk_4,blk_5x blk_6_1001.meta';
  expect(idsIn(text, token('', 'blk_', 'number'))).toEqual([['0 blk_1', '0 blk_-2', '2 blk_4', '2 blk_6']]);
});

test('ids are found in the brackets of the header', () => {
  const at = (i: number, id: string) => `2017-05-16 00:00:0${i}.008 25746 INFO nova.wsgi [req-${id} - -] ok`;
  const text = [at(1, '0a0b0c0d-1111-2222-3333-444455556666'), at(2, '0a0b0c0d-1111-2222-3333-444455556667')].join(
    '\n',
  );
  const [requests, uuids, pids] = idsIn(text, token('', 'req-', 'uuid'), token('', '', 'uuid'), {
    kind: 'column',
    column: 1,
    name: 'pid',
  });
  expect(requests).toEqual([
    '0 req-0a0b0c0d-1111-2222-3333-444455556666',
    '1 req-0a0b0c0d-1111-2222-3333-444455556667',
  ]);
  expect(uuids).toEqual([]);
  expect(pids).toEqual(['0 25746', '1 25746']);
});

test("names of an object's own machinery are ids like any other", () => {
  const text = 'user __proto__ in\nuser constructor in\nuser __proto__ out';
  expect(idsIn(text, { kind: 'pattern', source: 'user (\\w+)' })).toEqual([
    ['0 __proto__', '1 constructor', '2 __proto__'],
  ]);
  expect(idsIn('s=__proto__1\ns=__proto__1', token('s=', '', 'word'))).toEqual([['0 __proto__1', '1 __proto__1']]);
});
