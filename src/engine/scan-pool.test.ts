import { expect, test } from 'vitest';
import { NO_HEADER } from '../core/scan/header-format.ts';
import { blobSource } from '../ingest/byte-source.ts';
import type { ReadProgress } from '../ingest/read-log.ts';
import type { TextSource } from '../ingest/text-source.ts';
import { scanLog } from './scan-log.ts';
import type { ScanPool } from './scan-pool.ts';
import { openBlob, scanThread } from './scan-thread.ts';

/** More than a block of a column holds. */
const LINES = 70_000;
const content = Array.from({ length: LINES }, (_, i) => `line ${i} says ${'abc'.charAt(i % 3)} and more`).join('\n');
const texts: TextSource[] = [content, 'one\ntwo', content].map((text, index) => ({
  source: blobSource(new Blob([text]), `${index}.log`),
  lineEnd: 'lf',
}));
const program = { header: NO_HEADER, identifiers: [] };
const small = { leastPartBytes: 1 };

/** Threads that share this one; what crosses is copied as between others. */
function poolOf(size: number, scan?: ScanPool['scan']): ScanPool & { readonly jobs: number } {
  let jobs = 0;
  const thread = scanThread(openBlob, (value) => value);
  return {
    size,
    get jobs() {
      return jobs;
    },
    scan: async (job, onProgress, signal) => {
      jobs++;
      if (scan !== undefined) return scan(job, onProgress, signal);
      return structuredClone(await thread.scan(structuredClone(job), onProgress));
    },
    countWords: async (job, onProgress) => {
      jobs++;
      return structuredClone(await thread.countWords(structuredClone(job), onProgress));
    },
  };
}

/** Settles with the signal's reason. */
const untilAborted: ScanPool['scan'] = (_, __, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

async function scanned(pool?: ScanPool) {
  const outcome = await scanLog(texts, program, { ...small, pool });
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  const { lines, files, signatures, start } = outcome.value;
  const places = [0, 1, LINES - 1, LINES, LINES + 1, LINES + 2, lines - 1].map((line) => start.at(line));
  return { lines, files, signatures, places };
}

test('a pool gives the log that one thread gives', async () => {
  const pool = poolOf(3);
  expect(await scanned(pool)).toEqual(await scanned());
  expect(pool.jobs).toBe(2);
});

test('what a thread that dies has left, this one does', async () => {
  const pool = poolOf(3, () => Promise.reject(new Error('died')));
  expect(await scanned(pool)).toEqual(await scanned());
  expect(pool.jobs).toBe(2);
});

test('progress is that of all parts, and only grows', async () => {
  const seen: ReadProgress[] = [];
  await scanLog(texts, program, { ...small, pool: poolOf(3), onProgress: (progress) => seen.push(progress) });
  const bytes = seen.map(({ bytesDone }) => bytesDone);
  expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
  const total = texts.reduce((sum, { source }) => sum + source.size, 0);
  expect(seen.at(-1)).toMatchObject({ bytesDone: total, bytesTotal: total });
});

test('a cancelled scan ends its threads', async () => {
  const stop = new AbortController();
  const pool = poolOf(2, untilAborted);
  const options = { ...small, pool, signal: stop.signal, onProgress: () => stop.abort() };
  expect(await scanLog(texts, program, options)).toEqual({ ok: false, problem: { kind: 'cancelled' } });
  expect(pool.jobs).toBe(1);
});

test('a part that cannot be read ends the others', async () => {
  const problem = { kind: 'changed', file: '0.log' } as const;
  let jobs = 0;
  const pool = poolOf(3, (job, onProgress, signal) =>
    jobs++ === 0 ? Promise.resolve({ ok: false, problem }) : untilAborted(job, onProgress, signal),
  );
  expect(await scanLog(texts, program, { ...small, pool })).toEqual({ ok: false, problem });
});

test('sources that cannot cross threads are read by this one', async () => {
  const pool = poolOf(3);
  const own = texts.map(({ source: { name, size, read }, lineEnd }) => ({ source: { name, size, read }, lineEnd }));
  const outcome = await scanLog(own, program, { ...small, pool });
  expect(outcome.ok && outcome.value.lines).toBe(2 * LINES + 2);
  expect(pool.jobs).toBe(0);
});
