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
  ['level only', ['INFO:root:started', 'WARNING:app:low on disk'], '<level> <content>'],
  [
    'bracketed level',
    ['2023-01-01 10:00:00 [INFO ] started x', '2023-01-01 10:00:01 [WARN ] low disk'],
    '<date> <time> <level> <content>',
  ],
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
