import { expect, test } from 'vitest';
import type { SearchHits } from '../core/report/log-view.ts';
import { type ByteSource, blobSource } from '../ingest/byte-source.ts';
import { DataEngine } from './data-engine.ts';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const JOBS = generateLog({ jobs: 60, header: timedHeader });
const LINES = JOBS.text.trimEnd().split('\n');

/** Some lines are errors, and two that belong to them follow. */
function stackTraces(): string {
  return LINES.map((line, i) =>
    i % 40 === 7 ? `${line.replace('INFO', 'ERROR')}\n\tat x.y(z)\n\tat x.z\n` : `${line}\n`,
  ).join('');
}

async function opened(text: string | Uint8Array<ArrayBuffer>): Promise<TestPipeline> {
  const pipeline = new TestPipeline();
  await pipeline.open(text);
  return pipeline;
}

/** 1-based lines, by the simplest search there is. */
const linesWith = (text: string, part: string) =>
  text.split('\n').flatMap((line, i) => (line.toLowerCase().includes(part.toLowerCase()) ? [i + 1] : []));

const plain = (text: string) => ({ text, isPattern: false, matchCase: false });
const silent = () => undefined;

async function search(data: DataEngine, query: Parameters<DataEngine['search']>[0]): Promise<number[]> {
  const hits = expectValue(await data.search(query, silent));
  expect(hits).toMatchObject({ done: 1, count: hits.lines.length });
  return [...hits.lines];
}

test('lines come with what they are in their record, and its severity, before there are sessions', async () => {
  const text = stackTraces();
  const { data } = await opened(text);
  const lines = expectValue(await data.viewLines({ lines: [8, 9, 10, 11] }));
  const all = text.split('\n');
  expect(lines.map(({ line, kind, severity }) => [line, kind, severity])).toEqual([
    [8, 'head', 'error'],
    [9, 'continued', 'error'],
    [10, 'continued', 'error'],
    [11, 'head', 'info'],
  ]);
  expect(lines.map((one) => one.text)).toEqual(all.slice(7, 11));
  expect(await data.sessionLines('job_1000')).toEqual(new Int32Array(0));
});

test('lines that the log does not have are left out', async () => {
  const { data } = await opened(`${JOBS.text}\n`);
  const lines = expectValue(await data.viewLines({ lines: [0, LINES.length + 1, LINES.length + 2, 5] }));
  expect(lines.map(({ line, kind }) => [line, kind])).toEqual([
    [LINES.length + 1, 'blank'],
    [5, 'head'],
  ]);
});

test('a long line is cut at 4 KiB, and more of it is shown on request, 1 MiB at most', async () => {
  const { data } = await opened(`${JOBS.text}2024-05-01 12:00:00 INFO worker: ${'x'.repeat(1_500_000)}\n`);
  const lengthAt = async (limit?: number) => {
    const [line] = expectValue(await data.viewLines({ lines: [LINES.length + 1], limit }));
    return [line?.text.length, line?.cut];
  };
  expect(await lengthAt()).toEqual([4096, true]);
  expect(await lengthAt(65_536)).toEqual([65_536, true]);
  expect(await lengthAt(10_000_000)).toEqual([1_048_576, true]);
});

test('lines of a session come with those that continue their records', async () => {
  const text = stackTraces();
  const pipeline = await opened(text);
  await pipeline.group();
  const all = text.split('\n');
  const own = (id: string) =>
    linesWith(text, id).flatMap((line) => (all[line]?.startsWith('\t') ? [line, line + 1, line + 2] : [line]));
  const traced = /job_\d+/.exec(all[7] ?? '')?.[0] ?? '';
  expect(own(traced)).toEqual(expect.arrayContaining([8, 9, 10]));
  for (const id of ['job_1049', traced]) expect([...(await pipeline.data.sessionLines(id))]).toEqual(own(id));
  expect([...(await pipeline.data.sessionLines('no such session'))]).toEqual([]);
});

test('a search finds every line that holds the text, in all files, in capitals or not, in UTF-8', async () => {
  const data = new DataEngine();
  const half = LINES.length >> 1;
  const files = [LINES.slice(0, half), LINES.slice(half)].map(
    (lines, i) => new File([`${lines.join('\n')}\n`], `${i}.log`),
  );
  expectValue(await data.open(files, silent));
  expect(await search(data, plain('finished JOB_10'))).toEqual(linesWith(JOBS.text, 'finished job_10'));
  expect(await search(data, plain('naïvely'))).toEqual(linesWith(JOBS.text, 'naïvely'));
  expect(await search(data, { ...plain('finished JOB_10'), matchCase: true })).toEqual([]);
  expect(await search(data, plain('no such text'))).toEqual([]);
});

test('what stands across the pieces that a file is read in is found, once', async () => {
  const piece = 4 * 1024 * 1024;
  const filler = (length: number) =>
    `${timedHeader(new Date(0))}${'filler '.repeat(20)}`.padEnd(length - 1, '.').concat('\n');
  const short = filler(512).repeat(piece / 512 - 1);
  for (const [before, needle] of [
    [filler(506), 'NEEDLE here\n'],
    [filler(500), `${'NEEDLE '.repeat(30)}\n`],
    [filler(512), 'NEEDLE\n'],
  ]) {
    const text = `${short}${before}${needle}${filler(512).repeat(100)}NEEDLE`;
    const { data } = await opened(text);
    expect(await search(data, plain('needle'))).toEqual(linesWith(text, 'NEEDLE'));
  }
  const long = `${short}${'-'.repeat(2 * piece)}NEEDLE${'-'.repeat(piece)}NEEDLE\n${filler(512)}`;
  const { data } = await opened(long);
  expect(await search(data, plain('needle'))).toEqual(linesWith(long, 'NEEDLE'));
});

test('an expression is tried on each line as it is shown, by an engine that never backtracks', async () => {
  const { data } = await opened(`${JOBS.text}2024-05-01 12:00:00 INFO worker: \u001b[31mred\u001b[0m alert\n`);
  const pattern = (text: string) => ({ text, isPattern: true, matchCase: false });
  expect(await search(data, pattern('FINISHED job_10\\d\\d\\b'))).toEqual(linesWith(JOBS.text, 'Finished job_10'));
  expect(await search(data, pattern('red alert$'))).toEqual([LINES.length + 1]);
  const refused = await data.search(pattern('(?=x)'), silent);
  expect(refused).toMatchObject({ ok: false, problem: { code: 'bad-pattern' } });
});

test('a search of a session sees its lines only', async () => {
  const pipeline = await opened(JOBS.text);
  await pipeline.group();
  const { data } = pipeline;
  const own = (JOBS.linesOf.get('job_1007') ?? []).map((line) => line + 1);
  expect(await search(data, { ...plain('job_'), session: 'job_1007' })).toEqual(own);
  expect(await search(data, { ...plain('job_1'), isPattern: true, session: 'job_1007' })).toEqual(own);
  expect(await search(data, { ...plain('job_1000'), session: 'job_1007' })).toEqual([]);
});

test('all matches are counted, the first 10,000 are listed, and progress tells what there is', async () => {
  const text = JOBS.text.repeat(Math.ceil(12_000 / LINES.length));
  const { data } = await opened(text);
  const hits = expectValue(await data.search(plain('worker'), silent));
  expect(hits.count).toBe(linesWith(text, 'worker').length);
  expect(hits.lines).toHaveLength(10_000);
  expect([hits.lines[0], hits.lines[9999]]).toEqual([1, 10_000]);
});

/** A file whose every read waits until it is let through. */
function slowSource(text: string): { source: ByteSource; slow: () => void; release: () => void } {
  const blob = blobSource(new Blob([text]), 'slow.log');
  let gate = Promise.resolve();
  let release = silent;
  return {
    source: { ...blob, read: (start, end) => gate.then(() => blob.read(start, end)) },
    slow: () => {
      gate = new Promise((resolve) => {
        release = () => {
          resolve();
          return undefined;
        };
      });
    },
    release: () => release(),
  };
}

test('a search that is cancelled, or followed by another, ends', async () => {
  const { source, slow, release } = slowSource(JOBS.text);
  const data = new DataEngine();
  expectValue(await data.openSources([source], silent));
  slow();
  const first = data.search(plain('job_1000'), silent);
  const second = data.search(plain('job_1007'), silent);
  release();
  expect(await first).toBe('cancelled');
  expect(expectValue(await second).count).toBe(5);
  slow();
  const third = data.search(plain('job_1000'), silent);
  await data.cancelSearch();
  release();
  expect(await third).toBe('cancelled');
});

test('lines and searches of a file that cannot be read any more say so', async () => {
  let isGone = false;
  const blob = blobSource(new Blob([JOBS.text]), 'gone.log');
  const read: ByteSource['read'] = (start, end) =>
    isGone ? Promise.reject(new DOMException('It is gone', 'NotReadableError')) : blob.read(start, end);
  const data = new DataEngine();
  expectValue(await data.openSources([{ ...blob, read }], silent));
  isGone = true;
  const problem = { code: 'unreadable-file', message: expect.stringContaining('gone.log') };
  expect(await data.viewLines({ lines: [1] })).toMatchObject({ ok: false, problem });
  expect(await data.search(plain('job'), silent)).toMatchObject({ ok: false, problem });
});

test('progress comes while a large log is searched', async () => {
  const progress: SearchHits[] = [];
  const text = JOBS.text.repeat(40);
  const blob = blobSource(new Blob([text]), 'big.log');
  const wait = () => new Promise((resolve) => setTimeout(resolve, 110));
  let isSlow = false;
  const data = new DataEngine();
  const read: ByteSource['read'] = async (start, end) => {
    if (isSlow) await wait();
    return blob.read(start, end);
  };
  expectValue(await data.openSources([{ ...blob, read }], silent));
  isSlow = true;
  const hits = expectValue(
    await data.search({ ...plain('job_1000'), isPattern: true }, (some) => void progress.push(some)),
  );
  expect(progress.length).toBeGreaterThan(0);
  for (const some of progress) {
    expect(some.done).toBeLessThan(1);
    expect(some.count).toBeLessThanOrEqual(hits.count);
  }
});
