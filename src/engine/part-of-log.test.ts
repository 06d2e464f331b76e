import { expect, test } from 'vitest';
import type { ByteSource } from '../ingest/byte-source.ts';
import { blobSource } from '../ingest/byte-source.ts';
import { DataEngine } from './data-engine.ts';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { openLog } from './open-log.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';
import { openBlob, scanThread } from './scan-thread.ts';

const LOG = generateLog({ jobs: 400, header: timedHeader });
const LINES = LOG.text.trimEnd().split('\n');
const RULE = {
  by: 'identifier',
  identifier: { kind: 'token', before: '', prefix: 'job_', body: 'number' },
} as const;
const file = new File([LOG.text], 'app.log');
const ignore = () => undefined;

/** A log of any size: the same lines again and again, made where they are read. */
function endlessSource(size: number): ByteSource & { bytesRead: number } {
  const bytes = new TextEncoder().encode(LOG.text);
  const source = {
    name: 'huge.log',
    size,
    bytesRead: 0,
    read: async (start: number, end: number) => {
      source.bytesRead += end - start;
      const read = new Uint8Array(end - start);
      for (let at = start; at < end; at++) read[at - start] = bytes[at % bytes.length] as number;
      return read;
    },
  };
  return source;
}

test('of a log of 5 GB a person is asked first how much is read', async () => {
  const source = endlessSource(5e9);
  const refused = await new DataEngine().openSources([source], ignore, { part: 'ask' });
  expect(refused).toMatchObject({
    ok: false,
    problem: {
      code: 'large-log',
      message: expect.stringMatching(
        /^huge\.log: 5.GB, some \d+ million lines, is more than is read without asking\.$/,
      ),
      advice: expect.stringContaining('a sample of'),
    },
  });
  expect(source.bytesRead).toBeLessThan(4e6);
  const offer = refused !== 'cancelled' && !refused.ok ? (refused.problem.offer ?? 0) : 0;
  expect(offer).toBeGreaterThan(5e8);
  expect(offer).toBeLessThanOrEqual(2e9);
});

test('a part of a log of 5 GB is read, and the report says so', async () => {
  for (const by of ['first', 'sample'] as const) {
    const source = endlessSource(5e9);
    const log = expectValue(await new DataEngine().openSources([source], ignore, { part: { by, bytes: 2e6 } }));
    expect(log.part).toEqual({ by, bytes: log.bytes, of: 5e9 });
    expect(Math.abs(log.bytes - 2e6)).toBeLessThan(5000);
    expect(log.headerlessLines).toBe(0);
    expect(source.bytesRead).toBeLessThan(1e7);
  }
});

test('what is small is read without a question', async () => {
  const log = expectValue(await new DataEngine().open([file], ignore, { part: 'ask' }));
  expect(log).toMatchObject({ lines: LINES.length, part: undefined });
});

test('the first lines are those of the whole log', async () => {
  const data = new DataEngine();
  const log = expectValue(await data.open([file], ignore, { part: { by: 'first', bytes: LOG.text.length / 2 } }));
  expect(log.lines).toBeGreaterThan(0.45 * LINES.length);
  expect(log.lines).toBeLessThan(0.55 * LINES.length);
  const lines = expectValue(await data.viewLines({ lines: [1, log.lines] }));
  expect(lines.map(({ text }) => text)).toEqual([LINES[0], LINES[log.lines - 1]]);
});

test('no session goes over two stretches of a sample, and few are judged by where they were cut', async () => {
  const pipeline = new TestPipeline();
  const part = { by: 'sample', bytes: LOG.text.length / 2 } as const;
  const log = expectValue(await pipeline.data.open([file], ignore, { part }));
  expect(log.part?.by).toBe('sample');
  const { sessions } = await pipeline.group({ sessionRule: RULE });
  const names = sessions.rows.ids.map((id) => id.split(' @ ')[1]);
  expect(new Set(names).size).toBe(16);
  expect(names[0]).toBe('app.log, part 1');
  expect(sessions.split.openAtEnd).toBeGreaterThan(10);
  expect(sessions.split.openAtStart).toBeGreaterThan(10);
  const { anomalies } = await pipeline.train();
  // One in twenty pauses is longer than is usual for its key.
  expect(anomalies.findings.filter(({ cause }) => cause === 'ended-early').length).toBeLessThan(2);
});

test('lines of a sample know where they stand in the file, and threads read them too', async () => {
  const texts = [{ source: blobSource(file), lineEnd: 'lf' as const }];
  const part = { by: 'sample', bytes: LOG.text.length / 3 } as const;
  const thread = scanThread(openBlob, (value) => value);
  const pool = {
    size: 3,
    scan: async (...[job, onProgress]: Parameters<typeof thread.scan>) => thread.scan(structuredClone(job), onProgress),
    countWords: async (...[job, onProgress]: Parameters<typeof thread.countWords>) =>
      thread.countWords(structuredClone(job), onProgress),
  };
  const open = async (options: object) => {
    const opened = await openLog(texts, 'auto', { part, ...options });
    if (!opened.ok) throw new Error(opened.problem.kind);
    return opened.value;
  };
  const log = await open({});
  const { lines } = log.scanned;
  const all = Array.from({ length: lines }, (_, line) => line);
  const raw = await log.rawLines(all);
  const bytes = new TextEncoder().encode(LOG.text);
  all.forEach((line) => {
    const { file: name, byteOffset } = log.locate(line);
    const text = new TextDecoder().decode(bytes.subarray(byteOffset, byteOffset + 1000)).split('\n', 1)[0];
    expect([name, text]).toEqual(['app.log', raw[line]]);
  });
  const threaded = await open({ pool, leastPartBytes: 1000 });
  expect(await threaded.rawLines(all)).toEqual(raw);
  expect(threaded.scanned.signatures).toEqual(log.scanned.signatures);
});
