import { beforeAll, describe, expect, test } from 'vitest';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const TIMED = generateLog({ jobs: 60, header: timedHeader });
const QUICK = { epochs: 2 } as const;

describe('logs that lack something', () => {
  test('no times', async () => {
    const log = generateLog({ jobs: 110, odd: new Map([[80, 'crash']]) });
    const pipeline = new TestPipeline();
    expect(await pipeline.open(log.text)).toMatchObject({ span: undefined, header: { text: '<content>' } });
    expect((await pipeline.group()).sessions).toMatchObject({ sessions: 110, split: { openAtEnd: 0, openAtStart: 0 } });
    const { anomalies } = await pipeline.train();
    expect(anomalies.findings).toMatchObject([
      { session: 'job_1560', cause: 'new-template', line: (log.linesOf.get('job_1560')?.[3] ?? -1) + 1 },
    ]);
    expect(anomalies.findings[0]?.timestamp).toBeNaN();
    expect(anomalies.findings[0]?.reason).toMatch(/^At line \d+, job_1560 logged "Disk failure/);
    expect(await pipeline.tryGroup({ sessionRule: { by: 'time', milliseconds: 1000 } })).toEqual({
      code: 'no-sessions',
      message: 'app.log carries no times, so it cannot be cut by them.',
      advice: 'Choose a session identifier, or cut it every so many lines.',
    });
  });

  test('no identifier, but silence between bursts', async () => {
    const start = Date.UTC(2024, 0, 1);
    const burst = ['Waking up', 'Reading input', 'Sorting it', 'Writing output', 'Going to sleep'];
    const lines = Array.from({ length: 600 }, (_, line) => {
      const time = new Date(start + 3_600_000 * Math.floor(line / 30) + 1000 * (line % 30));
      return `${timedHeader(time)}${burst[line % 5]}`;
    });
    const pipeline = new TestPipeline();
    await pipeline.open(lines.join('\n'));
    const { sessions } = await pipeline.group();
    expect(sessions).toMatchObject({ sessions: 20, chosen: { rule: { by: 'pause' }, lengths: { p50: 30 } } });
    expect(sessions.reason).toMatch(
      /^No identifier groups enough lines into sessions, so the log is cut at pauses over/,
    );
    expect((await pipeline.train(QUICK)).anomalies.sessions).toBe(20);
  });

  test('neither identifier nor times', async () => {
    const pipeline = new TestPipeline();
    const steps = ['Waking up', 'Reading input', 'Sorting it', 'Writing output', 'Going to sleep'];
    await pipeline.open(Array.from({ length: 500 }, (_, line) => steps[line % 5]).join('\n'));
    const { sessions } = await pipeline.group();
    expect(sessions).toMatchObject({ sessions: 5, chosen: { rule: { by: 'lines', lines: 100 } } });
    expect((await pipeline.train(QUICK)).anomalies).toMatchObject({ sessions: 5, findings: [] });
  });

  test('order: one template only', async () => {
    const pipeline = new TestPipeline();
    await pipeline.open(Array.from({ length: 60 }, (_, line) => `Tick ${line}`).join('\n'));
    await pipeline.group();
    await expect(pipeline.train()).rejects.toThrow(
      'The training sessions hold one template only, so there is no order to learn.',
    );
    expect(await pipeline.data.windows(10)).toMatchObject({ ok: false, problem: { code: 'too-few-lines' } });
  });

  const STEPS = ['Opening the book of', 'Reading the pages of', 'Writing a note on', 'Closing the book of'];
  const jobs = (count: number, each: number) =>
    Array.from({ length: count }, (_, job) =>
      Array.from({ length: each }, (_, at) => `${STEPS[at % 4]} job_${900 + job}`),
    )
      .flat()
      .join('\n');
  const byJob = {
    sessionRule: { by: 'identifier', identifier: { kind: 'token', before: '', prefix: 'job_', body: 'number' } },
  } as const;

  test.each([
    ['one session', jobs(1, 40), byJob, 'with 1 held-out session nothing can be promised'],
    ['no validation session', jobs(2, 40), byJob, 'with 1 held-out session nothing can be promised'],
    ['sessions all alike', jobs(40, 4), byJob, 'with 24 held-out sessions no more than 1 in 8 can be promised'],
  ])('variety: %s', async (_, text, settings, promise) => {
    const pipeline = new TestPipeline();
    await pipeline.open(text);
    await pipeline.group(settings);
    const { anomalies } = await pipeline.train({ ...QUICK, ...settings });
    expect(anomalies.findings).toEqual([]);
    expect(anomalies.threshold.promise).toContain(promise);
    const { surprise, probability, candidates } = anomalies.threshold;
    expect([surprise, probability, candidates].every(Number.isFinite)).toBe(true);
    expect(await pipeline.exported('report-raw')).not.toContain('NaN');
  });

  test('whole sessions to learn from', async () => {
    const pipeline = new TestPipeline();
    await pipeline.open(generateLog({ jobs: 20, header: timedHeader }).text);
    await pipeline.group({ trainingPercent: 5 });
    await expect(pipeline.train(QUICK)).rejects.toThrow('cuts off all sessions of the training period');
  });

  test('an end: blank lines, CRLF and a last line without one are read', async () => {
    const text = `\r\n${TIMED.text.trimEnd().replaceAll('\n', '\r\n\r\n')}`;
    const pipeline = new TestPipeline();
    const lines = TIMED.text.trimEnd().split('\n').length;
    expect(await pipeline.open(text)).toMatchObject({ lines: 2 * lines, blankLines: lines, headerlessLines: 0 });
    expect((await pipeline.group()).sessions).toMatchObject({ sessions: 60, chosen: { coverage: 1 } });
  });
});

test('separators of lines that logs do not end with are part of the line', async () => {
  const pipeline = new TestPipeline();
  const text = TIMED.text.replaceAll(' job_', '\u2028\u2029\u0085\v\f job_');
  expect(await pipeline.open(text)).toMatchObject({ lines: TIMED.text.trimEnd().split('\n').length });
});

test('names such as __proto__ are sessions like any other', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const name = (id: string) => names[Number(id.slice(4)) % names.length];
  const pipeline = new TestPipeline();
  await pipeline.open(TIMED.text.replace(/job_\d+/g, (id) => `key=${name(id)}`));
  const { sessions } = await pipeline.group({
    sessionRule: { by: 'identifier', identifier: { kind: 'pattern', source: 'key=(\\w+)' } },
  });
  expect([...sessions.rows.ids].sort()).toEqual([...names].sort());
  await pipeline.train(QUICK);
  expect((await pipeline.data.inspect('__proto__'))?.session).toBe('__proto__');
});

test('several files are one log; a finding names its file and the byte in it', async () => {
  const log = generateLog({ jobs: 110, odd: new Map([[80, 'crash']]), header: timedHeader });
  const lines = log.text.split('\n');
  const parts = [lines.slice(0, 300).join('\n'), lines.slice(300).join('\n')];
  const pipeline = new TestPipeline();
  const files = parts.map((part, index) => new File([part], `part-${index}.log`));
  const report = expectValue(await pipeline.data.open(files, () => undefined));
  expect(report.files.map(({ name, firstLine }) => [name, firstLine])).toEqual([
    ['part-0.log', 0],
    ['part-1.log', 300],
  ]);
  await pipeline.group();
  const [finding] = (await pipeline.train()).anomalies.findings;
  expect(finding).toMatchObject({ session: 'job_1560', file: 'part-1.log' });
  const bytes = new TextEncoder().encode(parts[1]).subarray(finding?.byteOffset);
  expect(new TextDecoder().decode(bytes).split('\n')[0]).toBe(lines[(finding?.line ?? 0) - 1]);
});

describe('a file that cannot be taken in is a problem, and the log before stays', () => {
  const pipeline = new TestPipeline();

  beforeAll(async () => {
    await pipeline.open(TIMED.text, 'before.log');
    await pipeline.group();
    await pipeline.train(QUICK);
  });

  async function stillThere() {
    expect((await pipeline.data.inspect('job_1007'))?.events).toHaveLength(6);
    const request = { session: 'job_1000', line: 1, each: 0, sessionOnly: true };
    expect(expectValue(await pipeline.data.rawLines(request))).toMatchObject([{ text: TIMED.text.split('\n')[0] }]);
    expect((await pipeline.data.detect({ budget: 0.001, candidates: 'auto' })).sessions).toBe(60);
  }

  test.each<[string, string | Uint8Array<ArrayBuffer>, string, RegExp]>([
    ['empty', '', 'empty-file', /^bad\.log is empty\.$/],
    ['blank', '\n \r\n\n', 'empty-file', /^bad\.log holds only blank lines\.$/],
    ['binary', Uint8Array.from({ length: 9000 }, (_, i) => (i * 37) % 256), 'binary-file', /^bad\.log is not text/],
    ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4), 'compressed-file', /^bad\.log is .*\bxz\b/],
    ['one line', 'Only one line\n', 'too-few-lines', /^bad\.log has one line, too few to learn what is usual\.$/],
    ['few lines', 'a line\n'.repeat(19), 'too-few-lines', /^bad\.log has 19 lines, too few/],
  ])('%s', async (_, content, code, message) => {
    const outcome = await pipeline.tryOpen(content, 'bad.log');
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
    if (outcome !== 'cancelled' && !outcome.ok) expect(outcome.problem.message).toMatch(message);
    await stillThere();
  });

  test('no file at all', async () => {
    expect(await pipeline.data.open([], () => undefined)).toMatchObject({ ok: false, problem: { code: 'folder' } });
    await stillThere();
  });

  test('a file that cannot be read any more', async () => {
    const gone = {
      name: 'gone.log',
      size: 1000,
      read: () => Promise.reject(new DOMException('It is gone', 'NotFoundError')),
    };
    expect(await pipeline.data.openSources([gone], () => undefined)).toMatchObject({
      ok: false,
      problem: { code: 'unreadable-file' },
    });
    await stillThere();
  });

  test('reading that is cancelled, early or late', async () => {
    const early = pipeline.tryOpen(TIMED.text);
    await pipeline.data.cancelOpen();
    expect(await early).toBe('cancelled');
    await stillThere();
    const big = new File([TIMED.text.repeat(400)], 'big.log');
    const late = pipeline.data.open([big], () => void pipeline.data.cancelOpen());
    expect(await late).toBe('cancelled');
    await stillThere();
  });

  test('cancelling when nothing is read does nothing', async () => {
    await new TestPipeline().data.cancelOpen();
    await pipeline.data.cancelOpen();
    await stillThere();
  });
});

test('progress of reading grows up to all bytes', async () => {
  const seen: number[] = [];
  const text = TIMED.text.repeat(900);
  const file = new File([text], 'big.log');
  expectValue(
    await new TestPipeline().data.open([file], ({ bytesDone, bytesTotal }) => seen.push(bytesDone / bytesTotal)),
  );
  expect(seen.length).toBeGreaterThan(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
});
