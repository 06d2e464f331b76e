import { expect, test } from 'vitest';
import { canonicalLines } from './canonical-lines.ts';
import { detectFormats } from './detect-format.ts';
import { detectJson } from './detect-json.ts';
import { detectLogfmt } from './detect-logfmt.ts';
import type { ColumnChoice, DetectFormat, FormatCandidate } from './format-candidate.ts';

function detect(text: string, by: DetectFormat = detectJson, chosen?: ColumnChoice): FormatCandidate | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return by({ lines, head: new TextEncoder().encode(text), isWhole: true, columns: chosen });
}

/** Name, header and the canonical line of the first record. */
function seen(records: readonly (string | object)[], by?: DetectFormat, chosen?: ColumnChoice) {
  const texts = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)));
  const format = detect(texts.join('\n'), by, chosen);
  if (format?.records === undefined) return undefined;
  const columns = format.header.columns.map(({ name }) => name).join(' ');
  return { name: format.name, columns, line: canonicalLines(format.records, texts)[0] };
}

/** Two records, so that identifiers come again. */
const twice = <T extends object>(first: T, second: Partial<T> = {}) => [first, { ...first }, { ...first, ...second }];

test.each([
  [
    'journald',
    twice(
      { __REALTIME_TIMESTAMP: '1709632800000000', PRIORITY: '4', _PID: '12', MESSAGE: [104, 105, 32, 33] as unknown },
      { _PID: '13', MESSAGE: 'link is up' },
    ),
    { name: 'JSON Lines (journald)', columns: 'time level _PID', line: '1709632800000000 WARN 12 hi !' },
  ],
  [
    'ECS, dotted and nested',
    twice(
      {
        '@timestamp': '2024-03-05T10:00:00Z',
        'log.level': 'warn',
        ecs: { version: '8' },
        trace: { id: 'a' },
        message: 'a b c',
      },
      { trace: { id: 'b' } },
    ),
    { name: 'JSON Lines (ECS)', columns: 'time level trace.id', line: '2024-03-05T10:00:00Z warn a a b c' },
  ],
  [
    'pino',
    twice(
      { level: 50, time: 1709632800000, pid: 7, hostname: 'h', reqId: 'r1', msg: 'it went wrong' },
      { reqId: 'r2' },
    ),
    { name: 'JSON Lines (pino)', columns: 'time level reqId', line: '1709632800000 ERROR r1 it went wrong' },
  ],
  [
    'GELF',
    twice({ version: '1.1', host: 'h', short_message: 'no space left', timestamp: 1709632800.5, level: 3 }),
    { name: 'JSON Lines (GELF)', columns: 'time level', line: '1709632800.5 ERROR no space left' },
  ],
  [
    'Serilog',
    twice({ '@t': '2024-03-05T10:00:00.1Z', '@mt': 'User {Id} left', '@l': 'Warning', Id: 5 }),
    { name: 'JSON Lines (Serilog)', columns: 'time level', line: '2024-03-05T10:00:00.1Z Warning User {Id} left' },
  ],
  [
    'MongoDB',
    twice(
      { t: { $date: '2024-03-05T10:00:00.000+00:00' }, s: 'D1', c: 'NET', id: 1, ctx: 'conn1', msg: 'Got it' },
      { ctx: 'conn2' },
    ),
    { name: 'JSON Lines (MongoDB)', columns: 'time level ctx', line: '2024-03-05T10:00:00.000+00:00 D conn1 Got it' },
  ],
  [
    'Google Cloud',
    twice({
      insertId: 'x',
      logName: 'l',
      severity: 'NOTICE',
      timestamp: '2024-03-05T10:00:00Z',
      jsonPayload: { message: 'a thing' },
    }),
    { name: 'JSON Lines (Google Cloud)', columns: 'time level', line: '2024-03-05T10:00:00Z NOTICE a thing' },
  ],
  [
    'zap',
    twice({ level: 'info', ts: 1709632800.123, caller: 'a.go:1', msg: 'started the server' }),
    { name: 'JSON Lines', columns: 'time level', line: '1709632800.123 info started the server' },
  ],
  [
    'a message is not the only one',
    [{ time: '2024-03-05T10:00:00Z', msg: 'a b' }, { time: '2024-03-05T10:00:00Z', message: 'c d' }, 'text'],
    { name: 'JSON Lines', columns: 'time', line: '2024-03-05T10:00:00Z a b' },
  ],
  [
    'requests of a web server',
    twice(
      { date: '2024-03-05', time: '10:00:00', request_method: 'GET', uri: '/shop/7?q=1', status: 404 },
      { status: 200 },
    ),
    {
      name: 'JSON Lines',
      columns: 'time',
      line: '2024-03-05 10:00:00 request_method=GET shop/ 7 ４０４',
    },
  ],
])('%s', (_, records, expected) => {
  expect(seen(records)).toEqual(expected);
});

test('a document is searched for its records', () => {
  const trail = {
    eventTime: '2024-03-05T10:00:00Z',
    eventSource: 'iam',
    eventName: 'GetUser',
    awsRegion: 'r',
    resources: [{ a: 1 }],
  };
  const one = JSON.stringify({ Records: twice(trail) }, null, 1);
  const format = detect(one);
  expect([format?.name, format?.records?.syntax]).toEqual([
    'JSON (CloudTrail)',
    { kind: 'json-document', path: ['Records'] },
  ]);
  const lines = canonicalLines(format?.records ?? { syntax: { kind: 'logfmt' }, fields: [] }, [
    `${JSON.stringify(trail)},\n`,
  ]);
  expect(lines).toEqual(['2024-03-05T10:00:00Z eventSource=iam eventName=GetUser']);
  const array = detect(JSON.stringify(twice({ ts: 1709632800, msg: 'a b' }), null, 2));
  expect(array?.records?.syntax).toEqual({ kind: 'json-document', path: [] });
});

test('a document that goes on behind the head', () => {
  const text = JSON.stringify({
    meta: { n: 1 },
    Records: Array(50).fill({ time: '2024-03-05T10:00:00Z', msg: 'a "b' }),
  });
  const head = new TextEncoder().encode(text.slice(0, 700));
  const format = detectJson({ lines: [text.slice(0, 700)], head, isWhole: false });
  expect([format?.share, format?.records?.syntax]).toEqual([1, { kind: 'json-document', path: ['Records'] }]);
});

test.each(['', '{}', '{"name":"x","version":"1"}', 'plain\ntext', '[1,2]', '{"a":'])('%s is no log in JSON', (text) => {
  expect(detect(text)).toBeUndefined();
});

test('logfmt', () => {
  const line = (id: number) => `ts=2024-03-05T10:00:00Z level=info msg="a \\"b\\" c" trace_id=t${id} n=${id}`;
  expect(seen([line(1), line(1), line(2)], detectLogfmt)).toEqual({
    name: 'logfmt',
    columns: 'time level trace_id',
    line: '2024-03-05T10:00:00Z info t1 a "b" c',
  });
  expect(detect('a=1 b=2 c=3', detectLogfmt)).toBeUndefined();
  expect(detect('took a=1 b=2 c=3 level=info msg=x', detectLogfmt)).toBeUndefined();
});

test.each([
  [8, 2, 'JSON Lines'],
  [7, 3, 'Lines of text'],
])('of %i objects and %i broken lines', (objects, broken, name) => {
  const object = '{"time":"2024-03-05T10:00:00Z","msg":"a b"}';
  const lines = [...Array<string>(objects).fill(object), ...Array<string>(broken).fill(object.slice(0, -1))];
  const [best] = detectFormats({ lines, head: new TextEncoder().encode(lines.join('\n')), isWhole: true });
  expect(best.name).toBe(name);
});

const CHOICE = { time: 'seen', message: 'note', session: 'msg' };
const JOBS = [
  { ts: '2024-03-05T10:00:00Z', seen: 1709632800, msg: 'm1', note: 'it began', job_id: 'a' },
  { ts: '2024-03-05T10:00:01Z', seen: 1709632801, msg: 'm1', note: 'it ended', job_id: 'a' },
  { ts: '2024-03-05T10:00:02Z', seen: 1709632802, msg: 'm2', note: 'it began', job_id: 'b' },
];

test('a person may choose the time, the message and the session among all fields', () => {
  const found = { columns: 'time msg job_id', line: '1709632800 m1 a it began' };
  expect(seen(JOBS, detectJson, CHOICE)).toEqual({ name: 'JSON Lines', ...found });
  const pairs = JOBS.map(({ ts, note, ...rest }) => ({ ts, note: `"${note}"`, ...rest }));
  const logfmt = pairs.map((pair) =>
    Object.entries(pair)
      .flatMap(([key, value]) => `${key}=${value}`)
      .join(' '),
  );
  expect(seen(logfmt, detectLogfmt, CHOICE)).toEqual({ name: 'logfmt', ...found });
  const format = detect(JOBS.map((job) => JSON.stringify(job)).join('\n'), detectJson, CHOICE);
  expect(format).toMatchObject({ session: 'msg', columnNames: ['ts', 'seen', 'msg', 'note', 'job_id'] });
});

test('a chosen date goes with the time of day that is beside it, and the other way round', () => {
  const rows = [
    { ts: 1, day: '2024-03-05', at: '10:00:00', deadline_date: '2025-01-01', msg: 'it began' },
    { ts: 2, day: '2024-03-05', at: '10:00:01', deadline_date: '2025-01-02', msg: 'it ended' },
  ].map(({ at, ...row }) => ({ ...row, clock_time: at }));
  const line = (time: string) => seen(rows, detectJson, { time })?.line;
  expect(line('day')).toBe('2024-03-05 10:00:00 it began');
  expect(line('deadline_date')).toBe('2025-01-01 10:00:00 it began');
  expect(line('clock_time')).toBe('2025-01-01 10:00:00 it began');
  const undated = rows.map(({ day, deadline_date, ...row }) => row);
  expect(seen(undated, detectJson, { time: 'clock_time' })?.line).toBe('10:00:00 it began');
});

test('a message with a header of its own is mined behind it', () => {
  const log = (level: string, text: string) =>
    `2024-03-05 10:00:00.5  ${level} [main] org.example.shop.Orders : ${text}\n`;
  const records = [
    { log: log('INFO', 'order 7 came'), stream: 'stdout', time: '2024-03-05T10:00:00.5Z' },
    { log: log('WARN', 'order 8 is late'), stream: 'stdout', time: '2024-03-05T10:00:01.5Z' },
  ];
  const { header, records: format } = detect(records.map((record) => JSON.stringify(record)).join('\n')) ?? {};
  expect(header?.columns.map(({ name }) => name)).toEqual(['time', 'time2', 'level', 'thread', 'component']);
  expect(header).toMatchObject({ timeColumn: 0, levelColumn: 2 });
  expect(format?.fields.map(({ name }) => name)).toEqual(['time', 'log']);
});

test('a person may choose the level', () => {
  const rows = [
    { time: '2024-03-05T10:00:00Z', level: 'info', was: 'error', grade: 40, msg: 'it began' },
    { time: '2024-03-05T10:00:01Z', level: 'info', was: 'info', grade: 30, msg: 'it ended' },
  ];
  const line = (level?: string) => seen(rows, detectJson, { level })?.line;
  expect(line()).toBe('2024-03-05T10:00:00Z info it began');
  expect(line('was')).toBe('2024-03-05T10:00:00Z error it began');
  expect(line('grade')).toBe('2024-03-05T10:00:00Z WARN it began');
  expect(line('none such')).toBe(line());
});

test('a field that is none of the log, or holds no times, is not taken', () => {
  expect(seen(JOBS, detectJson, { message: 'text', session: 'user' })).toEqual(seen(JOBS));
  expect(seen(JOBS, detectJson, { time: 'job_id' })?.columns).toBe('job_id');
});

test('records without the chosen message say what else they have', () => {
  const [first, ...others] = JOBS.map(({ job_id, ...job }) => job);
  const { note: _, ...silent } = first as (typeof JOBS)[number];
  expect(seen([silent, ...others], detectJson, { message: 'note' })?.line).toBe('2024-03-05T10:00:00Z ts seen msg');
});
