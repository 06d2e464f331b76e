import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { detectHeader } from './detect-header.ts';
import { describeHeader, NO_HEADER } from './header-format.ts';
import { splitLines } from './split-line.ts';

const LOGHUB = '../shared/data/loghub2k';

const TEN_SYSTEMS: readonly (readonly [string, string])[] = [
  ['Apache', '<date> <time> <level> <content>'],
  ['BGL', '- <time> <date> <field> <time2> <field2> <field3> <field4> <level> <content>'],
  ['HDFS', '<date> <time> <pid> <level> <component>: <content>'],
  ['Hadoop', '<date> <time> <level> [<thread>] <component>: <content>'],
  ['Linux', '<date> <time> <host> <component>[<pid>]: <content>'],
  ['OpenSSH', '<date> <time> <host> <component>[<pid>]: <content>'],
  ['OpenStack', '<field> <date> <time> <pid> <level> <logger> [<context>] <content>'],
  ['Spark', '<date> <time> <level> <component>: <content>'],
  ['Windows', '<date> <time> <level> <logger> <content>'],
  ['Zookeeper', '<date> <time> - <level> [<thread>] - <content>'],
];

describe.skipIf(!existsSync(LOGHUB))(`loghub 2k (needs ${LOGHUB})`, () => {
  test.each(TEN_SYSTEMS)('%s: %s', (system, text) => {
    const log = readFileSync(`${LOGHUB}/${system}/${system}_2k.log`, 'utf8');
    const truth = readFileSync(`${LOGHUB}/${system}/${system}_2k.log_structured.csv`, 'utf8');
    const lines = log.split(/\r?\n/).filter((line) => line !== '');
    const rows = Papa.parse<{ Content: string }>(truth, { header: true, skipEmptyLines: true }).data;
    const header = detectHeader(lines);
    expect(describeHeader(header)).toBe(text);
    expect(header.share).toBe(1);
    const right = splitLines(lines, header).filter(
      ({ content }, i) => lines[i]?.slice(content).trim() === rows[i]?.Content.trim(),
    );
    expect(right.length).toBeGreaterThanOrEqual(0.98 * lines.length);
  });
});

const repeated = (...lines: string[]) => Array.from({ length: 20 }, () => lines).flat();

test.each([
  [
    'access log',
    [
      '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 1',
      '1.2.3.4 - - [17/May/2015:10:05:04 +0000] "GET / HTTP/1.1" 200 1',
    ],
    '<field> - - <time> <content>',
  ],
  [
    'bars',
    [
      '20171223-22:15:29:606|Step_LSC|30002312|onStandStepChanged 3579',
      '20171223-22:15:29:615|Step_SPUtils|30002312|setTodayTotal 1',
    ],
    '<time>|<field>|<pid>|<content>',
  ],
  [
    'syslog with priority',
    ['<30>Mar  5 10:00:00 node-7 systemd[1]: Started backup.', '<6>Mar  5 10:00:01 node-7 kernel: eth0: link up'],
    '<date> <time> <host> <component>[<pid>]: <content>',
  ],
  ['level only', ['INFO:root:started', 'WARNING:app:low on disk'], '<level> <content>'],
  [
    'bracketed level',
    ['2023-01-01 10:00:00 [INFO ] started x', '2023-01-01 10:00:01 [WARN ] low disk'],
    '<date> <time> <level> <content>',
  ],
  [
    'month and day with dots, and a program of one or more words before a dash',
    [
      '[10.30 16:49:06] browser.exe - www.example.org:443 open through proxy proxy.example.org:5070',
      '[10.30 16:49:07] browser.exe *64 - www.example.org:443 close, 0 bytes sent',
    ],
    '<date> <time> ... - <content>',
  ],
  [
    'Android',
    ['03-17 16:13:38.811  1702  2395 D Window: Relayout', '03-17 16:13:38.819  1702  8671 I Power: acquire lock=2'],
    '<date> <time> <pid> <pid2> <level> <component>: <content>',
  ],
  [
    'a cluster with the time behind the node and its state',
    ['134681 node-246 unix.hw net.up 1077804742 1 Link is up', '2549919 node-7 action start 1074119817 1 boot'],
    '<pid> <field> <field2> <field3> <time> <pid2> <content>',
  ],
  [
    'macOS',
    ['Jul  1 09:00:55 book kernel[0]: en0: link up', 'Jul  1 09:01:05 book com.apple.cts[43]: Pressure: 1'],
    '<date> <time> <host> <component>[<pid>]: <content>',
  ],
  [
    'a cluster with the time twice',
    [
      '- 1131566461 2005.11.09 dn228 Nov 9 12:01:01 dn228/dn228 crond(pam_unix)[2915]: session closed for user root',
      'X 1131566475 2005.11.09 bn257 Nov 9 12:01:15 src@bn257 Server Administrator: memory is ok',
    ].flatMap((line, i) => Array.from({ length: 10 - 9 * i }, () => line)),
    '- <time> <date> <field> <date2> <time2> <host> <component>[<pid>]: <content>',
  ],
  [
    'RFC 5424',
    [
      '<165>1 2024-03-05T10:00:00.003Z mail su - ID47 - su root failed on pts/8',
      '<34>1 2024-03-05T10:00:01.003Z mail app 111 - [x@32473 iut="3"] An event',
    ],
    '<field> <time> <field2> <field3> <field4> <field5> [<context>] <content>',
  ],
  [
    'PostgreSQL, where some names before the colon are levels',
    [
      '2024-03-05 10:00:00.123 UTC [1234] LOG:  database is ready',
      '2024-03-05 10:00:01.123 UTC [1235] ERROR:  relation does not exist',
      '2024-03-05 10:00:01.123 UTC [1235] STATEMENT:  SELECT * FROM x',
    ],
    '<date> <time> [<thread>] <component>: <content>',
  ],
  [
    'container runtime, whose F is no level',
    ['2024-03-05T10:00:00.123456789Z stdout F started', '2024-03-05T10:00:01.123456789Z stderr F failed'],
    '<time> <field> <field2> <content>',
  ],
  [
    'Cisco',
    ['Mar  5 2024 10:00:00: %ASA-6-302013: Built connection 1', 'Mar  5 2024 10:00:01: %ASA-4-106023: Deny tcp'],
    '<date> <time> <component>: <content>',
  ],
  [
    'a mark before the message, behind a place in code',
    ['2024-03-05T10:00:00Z INF order/service.go:77 > started', '2024-03-05T10:00:01Z WRN order/queue.go:9 > slow'],
    '<time> <level> <logger> <field> <content>',
  ],
  [
    'pairs before a level, however many',
    ['10:00:00 pid=7 tid=a class=Job jid=b1 INFO: start', '10:00:01 pid=7 tid=c class=Mail jid=b2 WARN: late'],
    '<time> <field> <field2> <field3> <field4> <level> <content>',
  ],
  [
    'pairs that are the message',
    ['10:00:00 user=ann action=login took=7 n=1 [ok]', '10:00:01 user=bob action=logout took=8 n=2 [ok]'],
    '<time> <content>',
  ],
  [
    'words padded to one width, behind a time',
    ['2024-03-05 10:00:00.12 spid5       Login failed', '2024-03-05 10:00:01.12 Backup      Done with 7'],
    '<date> <time> <field> <content>',
  ],
  [
    'a thread in hex',
    ['2024-03-05 10:00:00 7f6a22eccdf0  0 started', '2024-03-05 10:00:01 7f6a22ecc000  1 slow'],
    '<date> <time> <field> <pid> <content>',
  ],
  [
    'parentheses in a message',
    ['10:00:00 INFO GC(1) Pause Young (Normal) 55M->33M', '10:00:01 INFO GC(2) Pause Young (Normal) 56M->33M'],
    '<time> <level> <content>',
  ],
  [
    'a tag with its number in parentheses',
    ['D/Window( 1702): relayout of 7', 'I/Power(  395): acquire lock'],
    '<level> <logger> <component>: <content>',
  ],
  [
    'a kind of message in capitals that ends in the name of a level',
    [
      '[1709632800] SERVICE ALERT: web-23;CRITICAL',
      '[1709632801] HOST ALERT: db-45;DOWN',
      '[1709632802] EXTERNAL COMMAND: ACKNOWLEDGE;7',
    ],
    '<time> <content>',
  ],
  [
    'one name in front of levels that vary',
    [
      '2024-03-05 10:00:00 PHP Notice:  Undefined x',
      '2024-03-05 10:00:01 PHP Warning:  Division by zero',
      '2024-03-05 10:00:02 PHP Deprecated:  Required parameter y follows',
    ],
    '<date> <time> <component>: <content>',
  ],
  [
    'bars, and a place in code before a dash',
    [
      '2024-03-05 10:00:00.123 | INFO     | shop.orders:place:42 - order 7 came',
      '2024-03-05 10:00:01.123 | WARNING  | shop.queue:run:7 - slow',
    ],
    '<date> <time>|<level>|... -|<content>',
  ],
  ['JavaScript date', ['Tue Mar 05 2024 10:00:00 started'], '<date> <time> <content>'],
  ['HTTP-like date', ['Tue 05 Mar 2024 10:00:00 started'], '<date> <time> <content>'],
  ['year first', ['2024 Mar  5 10:00:00 started'], '<date> <time> <content>'],
])('%s', (_, lines, text) => {
  expect(describeHeader(detectHeader(repeated(...lines)))).toBe(text);
});

test('lines of a stack trace have no say in the header, and count as not matched', () => {
  const trace = repeated(
    '2016-12-19 20:39:48,918 WARN fetcher: Error in fetch',
    'java.io.IOException: Connection was lost',
    '\tat kafka.utils.Ops.apply(Ops.scala:115)',
    '\tat kafka.utils.Ops.apply(Ops.scala:112)',
  );
  const header = detectHeader(trace);
  expect(describeHeader(header)).toBe('<date> <time> <level> <component>: <content>');
  expect(header.share).toBe(0.25);
});

test.each([[[]], [['', ' ']], [['hello world', 'how are you']], [['{"a":1}', '{"a":2}']], [['__proto__ constructor']]])(
  'no header: %j',
  (lines) => {
    expect(detectHeader(lines)).toEqual(NO_HEADER);
  },
);

test('a line is split into named parts for people', () => {
  const line = 'Dec 10 06:55:46 LabSZ sshd[24200]: Invalid user ünï';
  const header = detectHeader(repeated(line));
  const [split] = splitLines([line], header);
  expect(split?.columns.map(({ name, start, end }) => [name, line.slice(start, end)])).toEqual([
    ['time', 'Dec 10 06:55:46'],
    ['host', 'LabSZ'],
    ['component', 'sshd'],
    ['pid', '24200'],
  ]);
  expect(line.slice(split?.content)).toBe('Invalid user ünï');
  expect(splitLines(['no header here'], header)).toEqual([{ matched: false, columns: [], content: 0 }]);
});
