import { expect, test } from 'vitest';
import { compilePattern } from '../../ingest/compile-pattern.ts';
import { detectHeader } from './detect-header.ts';
import { eachIdentifier } from './each-identifier.ts';
import type { IdentifierBody, IdentifierRule } from './identifier-rule.ts';
import { LogScanner } from './log-scanner.ts';

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

const token = (before: string, prefix: string, body: IdentifierBody): IdentifierRule => ({
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

test('what stands before an id does so in upper or lower case, a prefix does not', () => {
  expect(idsIn('Order 17 in\nthe ORDER #18\nborder 19', token('order ', '', 'number'))).toEqual([['0 17']]);
  expect(idsIn('job-1 Job-2', token('', 'job-', 'number'))).toEqual([['0 job-1']]);
});

test('ids inside paths', () => {
  const text = 'GET /api/v1/orders/123/items\nGET /orders/abc\nPUT /api/v1/orders/a7-9';
  expect(idsIn(text, token('orders/', '', 'word'))).toEqual([['0 123', '2 a7-9']]);
});

test('a name needs no digit', () => {
  const text = 'session=abc\nsession= "d-e.f"\nsession=,x';
  expect(idsIn(text, token('session=', '', 'name'))).toEqual([['0 abc', '1 d-e.f']]);
});

test('addresses, with their port', () => {
  const text = 'from 10.0.0.1:8080, 10.0.0.2\nv1.2.3.4 1.2.3.4.5 1.2.3\nme/10.0.0.3:99 to [10.0.0.4].';
  expect(idsIn(text, token('', '', 'address'))).toEqual([
    ['0 10.0.0.1:8080', '0 10.0.0.2', '2 10.0.0.3:99', '2 10.0.0.4'],
  ]);
});
