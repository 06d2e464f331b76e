import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessRecords } from '../../core/scan/records/access.ts';
import { KEY_SEQUENCES, KeySequences } from '../../core/scan/records/key-sequences.ts';
import type { RecordField, RecordFormat } from '../../core/scan/records/record-format.ts';
import { w3cRecords } from '../../core/scan/records/w3c.ts';
import type { NewWindowReader } from '../../core/scan/window-reader.ts';
import { recordLines } from './record-lines.fixture.ts';

const field = (role: RecordField['role'], path: RecordField['path'], as: RecordField['as'] = 'text'): RecordField => ({
  role,
  name: String(path[0]),
  path,
  as,
});
const ACCESS: RecordFormat = {
  syntax: { kind: 'access' },
  fields: [
    field('time', [3]),
    field('column', [0]),
    field('column', [2]),
    field('content', [4], 'request'),
    field('content', [5], 'code'),
  ],
};
const W3C: RecordFormat = {
  syntax: { kind: 'w3c' },
  fields: [
    field('time', ['date', 0]),
    field('time', ['time', 1]),
    field('column', ['c-ip', 4]),
    field('content', ['cs-method', 2]),
    field('content', ['cs-uri-stem', 3], 'request'),
    field('content', ['sc-status', 5], 'code'),
  ],
};
const keySequences: NewWindowReader = (...place) => new KeySequences(...place);

const request = (text: string, status = '200') =>
  recordLines(accessRecords(ACCESS), `10.0.0.1 - - [17/May/2015:10:05:03 +0000] "${text}" ${status} 12 "-" "x"`)
    .lines[0]?.split(' ')
    .slice(4)
    .join(' ');

test('a line of a web server has its time, client and user as header, and method, path and status as content', () => {
  const line =
    '10.0.0.1 - ann [17/May/2015:10:05:03 +0000] "GET /cart/42 HTTP/1.1" 404 12 "-" "Mozilla \\"x\\" (Y)"\r\n';
  expect(recordLines(accessRecords(ACCESS), line).lines).toEqual([
    '17/May/2015:10:05:03 +0000 10.0.0.1 ann GET cart/ 42 ４０４',
  ]);
});

test.each([
  ['GET / HTTP/1.1', 'GET / ２００'],
  ['GET /?q=1 HTTP/1.1', 'GET / ２００'],
  ['GET /favicon.ico HTTP/1.1', 'GET favicon_0 .ico ２００'],
  ['POST /wp-login.php HTTP/1.0', 'POST wp-login.php ２００'],
  ['GET /api/v1/users/17/orders HTTP/1.1', 'GET api/ v１/ users/ 17_orders ２００'],
  ['GET /users/17/orders?page=2 HTTP/1.1', 'GET users/ 17 orders ２００'],
  ['GET /blog/how-to-bake-a-good-bread/ HTTP/1.1', 'GET blog/ how_to_bake_a_good_bread_0 ２００'],
  ['GET /img/2015/07/a%20b.JPG HTTP/1.1', 'GET img/ 2015_07_a_20b .JPG ２００'],
  ['GET http://example.org/a/b.html HTTP/1.1', 'GET a/ b.html ２００'],
  ['CONNECT example.org:443 HTTP/1.1', 'CONNECT example_org_443 ２００'],
  ['-', '２００'],
  ['\\x16\\x03\\x01', 'unreadable ２００'],
])('%s', (text, words) => {
  expect(request(text)).toBe(words);
});

test('a line that is none of a web server stands as it is', () => {
  expect(recordLines(accessRecords(ACCESS), 'server started\n"open\n').lines).toEqual(['server started', '"open']);
});

test('each #Fields line arranges the rows behind it, and directives are no records', () => {
  const text = [
    '#Software: IIS',
    '#Fields: date time cs-method cs-uri-stem c-ip sc-status',
    '2024-01-02 03:04:05 GET /a/b.aspx 10.0.0.1 200',
    '#Fields: time date c-ip cs-uri-stem sc-status',
    '03:04:06 2024-01-02 10.0.0.2 /a/ 500',
    '03:04:07 -',
  ].join('\r\n');
  expect(recordLines(w3cRecords(W3C), text).lines).toEqual([
    '\x1e',
    '\x1e',
    '2024-01-02 03:04:05 10.0.0.1 GET a/ b.aspx ２００',
    '\x1e',
    '2024-01-02 03:04:06 10.0.0.2 a/ ５００',
    '- - ',
  ]);
});

test('each key of a session is a line with the number of its session', () => {
  const { lines, starts } = recordLines(keySequences, '5 22\n\n 11  9');
  expect(lines).toEqual(['1 ５', '1 ２２', '3 １１', '3 ９']);
  expect(starts).toEqual([0, 2, 7, 11]);
  expect(KEY_SEQUENCES.fields.map(({ name }) => name)).toEqual(['session', 'key']);
});

const words = fc.stringMatching(/^[ \t\r\n"[\]a-z0-9/#?.-]{0,60}$/);
test.each([
  ['access', accessRecords(ACCESS)],
  ['w3c', w3cRecords(W3C)],
  ['key sequences', keySequences],
])('%s: the records do not depend on how the bytes are cut', (_, reader) => {
  fc.assert(
    fc.property(fc.array(words), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (texts, sizes) => {
      const text = `#Fields: date time cs-method\n${texts.join('\n')}`;
      expect(recordLines(reader, text, sizes)).toEqual(recordLines(reader, text));
    }),
  );
});
