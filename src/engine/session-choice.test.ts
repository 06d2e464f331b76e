import { describe, expect, test } from 'vitest';
import { interleavedLog, STEPS, type TaskLine } from './interleaved-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

interface Shape {
  readonly tasks?: number;
  readonly running?: number;
  readonly steps?: readonly [number, number];
  readonly write: (line: TaskLine) => string;
}

async function sessionsOf({ tasks = 60, running = 6, steps = [5, 8], write }: Shape) {
  const pipeline = new TestPipeline();
  await pipeline.open(interleavedLog({ tasks, running, steps, write }));
  return (await pipeline.group()).sessions;
}

const say = ({ step }: TaskLine) => STEPS[step] ?? '';
const info = ({ time }: TaskLine) => `${time} INFO`;
const threads = (line: TaskLine) => `[exec-${line.task % 6}]`;
const hosts = ['web-1', 'web-2', 'db-1', 'db-2', 'cache-1', 'mail-1'];
const users = ['anna', 'bela', 'carl', 'dora', 'emil', 'fred', 'gina'];
const pick = (names: readonly string[], { draw }: TaskLine) => names[draw(names.length)] ?? '';

const SHAPES: Readonly<Record<string, readonly [expected: string, Shape]>> = {
  'a prefixed number': ['job_<*>', { write: (l) => `${info(l)} worker: job_${100 + l.task} ${say(l)}` }],
  'a signed block id': [
    'blk_<*>',
    { write: (l) => `${info(l)} dfs: ${say(l)} of blk_${l.task % 2 ? '-' : ''}${9 * l.task + 777}` },
  ],
  'a UUID among threads': ['<uuid>', { write: (l) => `${info(l)} ${threads(l)} app: ${say(l)} ${l.uuid('r')}` }],
  'a request id in brackets, with host and pid': [
    'req-<*>',
    {
      write: (l) => `${info(l)} ${1000 + l.draw(4)} nova.api [req-${l.uuid('r')} admin] ${say(l)} on ${pick(hosts, l)}`,
    },
  ],
  'a named id against users and addresses': [
    'request_id=<*>',
    {
      write: (l) =>
        `${info(l)} web: ${say(l)} request_id=${l.hex('r', 12)} user=${pick(users, l)} ip=10.0.0.${l.draw(9)}`,
    },
  ],
  'a bare hex id': ['<hex>', { write: (l) => `${info(l)} api: [${l.hex('r', 16)}] ${say(l)}` }],
  'a named number against durations': [
    'order=<*>',
    { write: (l) => `${info(l)} shop: ${say(l)} order=${5000 + l.task} took=${l.draw(30)}ms` },
  ],
  'a name without digits': [
    'session=<*>',
    {
      write: (l) =>
        `${info(l)} app: ${say(l)} session=${l.hex('s', 6).replace(/\d/g, (d) => 'ghijklmnop'[Number(d)] ?? '')}`,
    },
  ],
  'an id inside a path': [
    'orders/<*>',
    { write: (l) => `${info(l)} http: ${l.draw(2) ? 'GET' : 'PUT'} /api/v1/orders/${700 + l.task} ${say(l)}` },
  ],
  'a number behind a word, in upper and lower case': [
    'Order <*>',
    {
      write: (l) =>
        `${info(l)} shop: ${l.step === 0 ? `Order ${100 + l.task} accepted` : `${say(l)} for order ${100 + l.task}`}`,
    },
  ],
  'a numbered thing of an unknown name': [
    'Beleg <*>',
    { write: (l) => `${info(l)} kasse: Beleg ${71_000 + 7 * l.task} ${say(l)}` },
  ],
  'a quoted id in JSON text': [
    'txId: <*>',
    { write: (l) => `${info(l)} pay: {"txId":"${l.hex('t', 10)}","state":"${say(l)}","amount":${l.draw(900)}}` },
  ],
  'an address and port of a client': [
    '<address>',
    { write: (l) => `${info(l)} vpn: peer/10.8.0.${l.task % 9}:${40_000 + 13 * l.task} ${say(l)}` },
  ],
  'the process id of syslog': [
    'pid',
    { write: (l) => `May  1 10:00:${String(l.line % 60).padStart(2, '0')} host sshd[${2000 + l.task}]: ${say(l)}` },
  ],
  'an id in a bracket of the header': [
    'tx-<*>',
    { write: (l) => `${l.time} INFO  worker [tx-${l.hex('t', 6)}] ${say(l)}` },
  ],
  'a trace with spans of two lines': [
    'trace_id=<*>',
    {
      steps: [8, 8],
      write: (l) => `${info(l)} app: trace_id=${l.hex('t', 16)} span_id=${l.hex(`${l.step >> 1}`, 16)} ${say(l)}`,
    },
  ],
  'a request of a long-lived user session': [
    'req=<*>',
    { write: (l) => `${info(l)} app: sess=${hosts[l.task % 6]?.length}${l.task % 6} req=${l.hex('r', 8)} ${say(l)}` },
  ],
  'a task among counters that never come again': [
    'task-<*>',
    { write: (l) => `${info(l)} app: seq=${l.line} task-${l.task} ${say(l)} offset=${l.line * 512}` },
  ],
  'a connection against ports and sizes': [
    'conn=<*>',
    {
      write: (l) =>
        `${info(l)} ldap: conn=${900 + l.task} op=${l.step} port=${[389, 636][l.draw(2)]} ${say(l)} bytes=${l.draw(50)}`,
    },
  ],
  'an id on half of the lines': [
    'job-<*>',
    {
      tasks: 90,
      write: (l) =>
        l.draw(2)
          ? `${info(l)} app: job-${l.task} ${say(l)}`
          : `${info(l)} monitor: heap ${l.draw(90)} % of host ${pick(hosts, l)}`,
    },
  ],
  'a hundred lines of eight tasks': [
    'job-<*>',
    {
      tasks: 8,
      running: 3,
      steps: [8, 8],
      write: (l) => `${info(l)} [${pick(['a-1', 'a-2', 'a-3'], l)}] app: job-${l.task} ${say(l)}`,
    },
  ],
  'tasks one after the other': ['job=<*>', { running: 1, write: (l) => `${info(l)} app: job=${l.task} ${say(l)}` }],
  'ids of one task under several names': [
    'request: <*>',
    { write: (l) => `${info(l)} app: request: r${l.hex('r', 7)} thread=${l.task % 6} ${say(l)}` },
  ],
};

describe('the identifier of one run of a task comes first', () => {
  test.each(Object.entries(SHAPES))('%s', async (_, [expected, shape]) => {
    const { chosen, candidates } = await sessionsOf(shape);
    expect(candidates.map(({ label }) => label)[0]).toBe(expected);
    expect(chosen.rule.by).toBe('identifier');
  });
});
