import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const LOG = generateLog({ jobs: 60, header: timedHeader });
const LINES = LOG.text.trimEnd().split('\n');

const fileOf = (name: string, lines: readonly string[]) => new File([`${lines.join('\n')}\n`], name);

async function open(files: readonly File[], settings: { files?: 'merged' | 'apart' } = {}) {
  const pipeline = new TestPipeline();
  const log = expectValue(await pipeline.data.open(files, () => undefined));
  const { sessions } = await pipeline.group({
    sessionRule: { by: 'identifier', identifier: { kind: 'token', before: '', prefix: 'job_', body: 'number' } },
    ...settings,
  });
  return { pipeline, log, sessions };
}

const eventsOf = ({ sessions }: Awaited<ReturnType<typeof open>>) =>
  new Map(sessions.rows.ids.map((id, at) => [id, sessions.rows.events[at]]));

test('rotated files are one log, whatever order they are dropped in', async () => {
  const thirds = [LINES.slice(0, 101), LINES.slice(101, 195), LINES.slice(195)];
  const files = ['app.log.2', 'app.log.1', 'app.log'].map((name, at) => fileOf(name, thirds[at] ?? []));
  const whole = await open([fileOf('app.log', LINES)]);
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const dropped = await open(order.map((at) => files[at] as File));
    expect(dropped.log.files.map(({ name }) => name)).toEqual(['app.log.2', 'app.log.1', 'app.log']);
    expect(dropped.log).toMatchObject({ lines: LINES.length, backwardLines: whole.log.backwardLines });
    expect(dropped.sessions.rows).toEqual(whole.sessions.rows);
    expect(dropped.sessions.split).toEqual(whole.sessions.split);
  }
});

test('without times, names decide', async () => {
  const bare = LINES.map((line) => line.slice(line.indexOf(': ') + 2));
  const files = [fileOf('app.log', bare.slice(150)), fileOf('app.log.1', bare.slice(0, 150))];
  const { log, sessions } = await open(files);
  expect(log.files.map(({ name }) => name)).toEqual(['app.log.1', 'app.log']);
  expect(sessions.rows).toEqual((await open([fileOf('app.log', bare)])).sessions.rows);
});

test('files of the same time are merged: a session goes over both, in the order of its events', async () => {
  const whole = await open([fileOf('app.log', LINES)]);
  const odd = LINES.filter((_, line) => line % 2 === 1);
  const even = LINES.filter((_, line) => line % 2 === 0);
  const merged = await open([fileOf('b.log', odd), fileOf('a.log', even)]);
  expect(eventsOf(merged)).toEqual(eventsOf(whole));
  expect(merged.sessions.rows.firstTime).toEqual(whole.sessions.rows.firstTime);
  const { training } = expectValue(await merged.pipeline.data.windows(4));
  expect(training.total).toBeGreaterThan(0);
  const again = await open([fileOf('a.log', even), fileOf('b.log', odd)]);
  expect(again.sessions.rows).toEqual(merged.sessions.rows);
});

test('files that are kept apart have sessions of their own, in order of time', async () => {
  const odd = LINES.filter((_, line) => line % 2 === 1);
  const even = LINES.filter((_, line) => line % 2 === 0);
  const apart = await open([fileOf('b.log', odd), fileOf('a.log', even)], { files: 'apart' });
  const events = eventsOf(apart);
  for (const [id, lines] of LOG.linesOf) {
    const inEven = lines.filter((line) => line % 2 === 0).length;
    expect(events.get(`${id} @ a.log`) ?? 0).toBe(inEven);
    expect(events.get(`${id} @ b.log`) ?? 0).toBe(lines.length - inEven);
  }
  const times = [...apart.sessions.rows.firstTime];
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const merged = await apart.pipeline.group({ files: 'merged' });
  expect(merged.sessions.sessions).toBe(60);
});

test('rows of keys are sessions of their file, kept apart or merged', async () => {
  const rows = (from: number) =>
    Array.from({ length: 30 }, (_, row) => [5, 5, 22, 11, 9, 11, ((from + row) % 7) + 20].join(' '));
  const files = [fileOf('normal', rows(0)), fileOf('abnormal', rows(3))];
  const pipeline = new TestPipeline();
  expectValue(await pipeline.data.open(files, () => undefined));
  for (const way of ['merged', 'apart'] as const) {
    const { sessions } = await pipeline.group({ files: way });
    expect(sessions.sessions).toBe(60);
    expect(sessions.rows.ids).toEqual(
      expect.arrayContaining(['1 @ normal', '30 @ normal', '1 @ abnormal', '30 @ abnormal']),
    );
    expect([...sessions.rows.events]).toEqual(Array(60).fill(7));
  }
});

test('a table goes on in files without names, and no row of theirs is lost', async () => {
  const rows = Array.from({ length: 90 }, (_, row) => {
    const time = new Date(Date.UTC(2024, 2, 5, 10, 0, row)).toISOString();
    return `${time},INFO,job_${1000 + (row - (row % 3)) / 3},"${['opened', 'copied', 'closed'][row % 3]} the file, at last"`;
  });
  const names = 'when,level,job,text';
  const files = [
    fileOf('export.csv', rows.slice(60)),
    fileOf('export.csv.1', [names, ...rows.slice(30, 60)]),
    fileOf('export.csv.2', [names, ...rows.slice(0, 30)]),
  ];
  const { log, sessions } = await open(files);
  expect(log).toMatchObject({
    lines: 92,
    joinedLines: 2,
    headerlessLines: 0,
    header: { columns: ['when', 'level', 'job'] },
  });
  expect([...sessions.rows.events]).toEqual(Array(30).fill(3));
});

test('an archive that cannot be unpacked is left out, and named', async () => {
  const packed = gzipSync(LOG.text);
  const { log } = await open([fileOf('app.log', LINES), new File([packed.subarray(0, 300)], 'app.log.1.gz')]);
  expect(log.files.map(({ name }) => name)).toEqual(['app.log']);
  expect(log.leftOut).toMatchObject([{ file: 'app.log.1.gz' }]);
});

test('a blank file among others is read, and says nothing', async () => {
  const { log } = await open([fileOf('app.log', LINES), new File(['\n\n'], 'blank.log')]);
  expect(log).toMatchObject({ lines: LINES.length + 2, blankLines: 2 });
});
