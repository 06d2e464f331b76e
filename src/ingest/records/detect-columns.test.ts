import { expect, test } from 'vitest';
import { describeHeader } from '../../core/scan/header-format.ts';
import { canonicalLines } from './canonical-lines.ts';
import { detectAccess } from './detect-access.ts';
import { detectCsv } from './detect-csv.ts';
import { detectKeySequences } from './detect-key-sequences.ts';
import { detectW3c } from './detect-w3c.ts';
import type { ColumnChoice, DetectFormat } from './format-candidate.ts';

function seen(detect: DetectFormat, lines: readonly string[], columns?: ColumnChoice) {
  const head = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const format = detect({ lines, head, isWhole: true, columns });
  if (format?.records === undefined) return undefined;
  return {
    name: format.name,
    header: describeHeader(format.header),
    line: canonicalLines(format.records, lines).at(-1),
  };
}

const EXPORT = [
  'id;when;__proto__;text;text;host',
  '1;2024-01-02 03:04:05;INFO;user logged in;x;web-1',
  '2;2024-01-02 03:04:06;WARN;disk is nearly full;y;web-2',
  '3;2024-01-02 03:04:07;INFO;user logged out;x;web-1',
];

test('time, level, message and names are found by what columns hold and are called', () => {
  expect(seen(detectCsv, EXPORT)).toEqual({
    name: 'CSV with semicolons',
    header: '<when> <__proto__> <id> <text 2> <host> <content>',
    line: '2024-01-02 03:04:07 INFO 3 x web-1 user logged out',
  });
});

test('a person may choose the message and the session', () => {
  const found = seen(detectCsv, EXPORT, { message: 'host', session: 'text 2' });
  expect(found?.header).toBe('<when> <__proto__> <text 2> <id> <content>');
  expect(found?.line).toBe('2024-01-02 03:04:07 INFO x 3 web-1');
});

test('a column that names sessions is nothing else, whatever it would be found to be', () => {
  const found = seen(detectCsv, EXPORT, { session: 'text' });
  expect(found?.header).toBe('<when> <__proto__> <text> <id> <host> <content>');
  expect(seen(detectCsv, EXPORT, { session: 'when' })?.header).toBe(
    '<__proto__> <when> <id> <text 2> <host> <content>',
  );
  expect(seen(detectCsv, EXPORT, { message: '__proto__' })?.line).toBe('2024-01-02 03:04:07 3 x web-1 INFO');
});

test('a person may choose the level, which is then nothing else', () => {
  const found = seen(detectCsv, EXPORT, { level: 'host' });
  expect(found?.header).toBe('<when> <host> <id> <__proto__> <text 2> <content>');
  expect(found?.line).toBe('2024-01-02 03:04:07 web-1 3 INFO x user logged out');
  expect(seen(detectCsv, EXPORT, { level: 'when' })?.header).toMatch(/^<when> /);
});

test('without a message, the values that come again make the content', () => {
  const rows = [
    'time\taction\tamount\tuser id',
    '1709632800\tbuy\t12\tu1',
    '1709632801\tsell\t12\tu2',
    '1709632802\tbuy\t12\tu1',
  ];
  expect(seen(detectCsv, rows)?.line).toBe('1709632802 u1 action=buy amount=12');
});

test('structured CSV of logparser gives its content, with date and time in cells of their own', () => {
  const rows = [
    'LineId,Date,Time,Pid,Level,Component,Content,EventId,EventTemplate',
    '1,081109,203615,148,INFO,dfs.DataNode,"Received block blk_1, size 2",E1,"Received block <*>, size <*>"',
    '2,081109,203616,149,WARN,dfs.DataNode,Deleting block blk_2,E2,Deleting block <*>',
    '3,081109,203617,148,INFO,dfs.Other,Deleting block blk_3,E2,Deleting block <*>',
  ];
  expect(seen(detectCsv, rows)).toEqual({
    name: 'Structured CSV of logparser',
    header: '<date> <time> <Level> <Pid> <Component> <content>',
    line: '081109 203617 INFO 148 dfs.Other Deleting block blk_3',
  });
});

test.each([
  ['prose', ['one, two, and three', 'four, five, six', 'a, b, c']],
  ['times with a comma', ['2015-10-18 18:01:47,978 INFO [main] started', '2015-10-18 18:01:48,963 WARN [main] x, y']],
  [
    'columns with bars',
    ['20171223-22:15:29:606|Step|30002312|onStand 3', '20171223-22:15:30:1|Step|30002312|onStand 4'],
  ],
  [
    'a header of text before values with commas',
    [1, 2, 3].map((second) => `Mar  5 10:00:0${second} fw filterlog[7]: 5,,,1000,igb0,match,block,${second}`),
  ],
])('%s is no table', (_, lines) => {
  expect(seen(detectCsv, lines)).toBeUndefined();
});

const ACCESS = '10.0.0.1 - ann [05/Mar/2024:10:00:01 +0100] "GET /a/7 HTTP/1.1" 200 12';
test.each([
  [
    'common',
    ACCESS,
    'Access log',
    '<date> <time> <client> <user> <content>',
    '05/Mar/2024:10:00:01 +0100 10.0.0.1 ann GET a/ 7 ２００',
  ],
  [
    'combined with a host and a duration',
    `shop.example.org:443 ${ACCESS} "-" "curl/8" 0.004`,
    'Access log, combined format',
    '<date> <time> <host> <client> <user> <content>',
    '05/Mar/2024:10:00:01 +0100 shop.example.org:443 10.0.0.1 ann GET a/ 7 ２００',
  ],
  [
    'a proxy that names requests',
    '[2024-03-05T10:00:01.126Z] "POST /cart HTTP/1.1" 200 - 12 "10.0.0.1" "0f3b1c52-7a1e-4c1d-9c55-0a1b2c3d4e5f"',
    'Access log',
    '<time> <client> <request_id> <content>',
    '2024-03-05T10:00:01.126Z 10.0.0.1 0f3b1c52-7a1e-4c1d-9c55-0a1b2c3d4e5f POST cart ２００',
  ],
  [
    'a load balancer',
    'http 2024-03-05T10:00:01.1Z app/lb/50dc 10.0.0.1:2817 10.0.0.9:80 0.001 200 200 34 "GET http://shop.example.org:80/a/7?x HTTP/1.1" "curl/8"',
    'Access log',
    '<time> <client> <content>',
    '2024-03-05T10:00:01.1Z 10.0.0.1:2817 GET a/ 7 ２００',
  ],
])('%s', (_, line, name, header, written) => {
  const found = seen(detectAccess, [line, line]);
  expect(found?.name).toBe(name);
  expect(found?.header.replace('<date> ', '')).toBe(header.replace('<date> ', ''));
  expect(found?.line).toBe(written);
});

test('a W3C log is known by its fields', () => {
  const rows = [
    '#Fields: date time c-ip cs-method cs-uri-stem sc-status time-taken',
    '2024-01-02 03:04:05 10.0.0.1 GET /a.aspx 200 12',
    '2024-01-02 03:04:06 10.0.0.2 GET /b/77 404 13',
    '2024-01-02 03:04:06 10.0.0.2 GET /b/78 404 13',
  ];
  expect(seen(detectW3c, rows)).toEqual({
    name: 'W3C extended log of a web server',
    header: '<date> <time> <c-ip> <time-taken> <content>',
    line: '2024-01-02 03:04:06 10.0.0.2 13 GET b/ 78 ４０４',
  });
});

test('a Zeek log is known by its fields', () => {
  const row = (second: number, state: string) => `170963280${second}.25\tCx${second % 2}\t10.0.0.1\t443\t${state}\t-`;
  const head = ['#separator \\x09', '#path\tconn', '#fields\tts\tuid\tid.orig_h\tid.orig_p\tconn_state\tnote'];
  const rows = [...head, row(1, 'SF'), row(2, 'S0'), row(3, 'SF'), row(4, 'SF')];
  expect(seen(detectW3c, rows)).toEqual({
    name: 'Zeek log',
    header: '<ts> <uid> <content>',
    line: '1709632804.25 Cx0 conn_state=SF',
  });
});

test('sequences of keys are known by keys that come again', () => {
  expect(seen(detectKeySequences, ['5 5 22 5', '22 5 11', '5 22 11 11 5 5'])?.header).toBe('<session> <content>');
  expect(seen(detectKeySequences, ['1 2 3', '4 5 6', '7 8 9'])).toBeUndefined();
  expect(seen(detectKeySequences, ['user 5', '22 5'])).toBeUndefined();
});
