import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { blobSource } from '../ingest/byte-source.ts';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { openLog } from './open-log.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';
import type { ScanPool } from './scan-pool.ts';
import { openBlob, scanThread } from './scan-thread.ts';

const LOG = generateLog({ jobs: 60, header: timedHeader });
const LINES = LOG.text.trimEnd().split('\n');
const RULE = {
  by: 'identifier',
  identifier: { kind: 'token', before: '', prefix: 'job_', body: 'number' },
} as const;

function asJson(line: string): string {
  const [, time = '', level = '', msg = ''] = /^(\S+ \S+) (\S+) worker: (.*)$/.exec(line) ?? [];
  return JSON.stringify({ time: `${time.replace(' ', 'T')}Z`, level, msg });
}

const textOf = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const odd = LINES.filter((_, line) => line % 2 === 1);
const even = LINES.filter((_, line) => line % 2 === 0);
const NOTES = ['What stands here', 'a person wrote', '', 'and it is no log'];
const FILES = [
  new File([textOf(even)], 'a.log'),
  new File([textOf(odd.map(asJson))], 'b.json'),
  new File([textOf(NOTES)], 'notes.txt'),
];

async function open(files: readonly File[], how = {}) {
  const pipeline = new TestPipeline();
  const { secondsToRead: _, ...log } = expectValue(await pipeline.data.open(files, () => undefined, how));
  return { pipeline, log };
}

let mixed: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  mixed = await open(FILES);
});

test('each file is read by its own format', () => {
  const { log } = mixed;
  expect(log).toMatchObject({ lines: LINES.length + 4, headerlessLines: 0, backwardLines: expect.any(Number) });
  expect(log.fileFormats.map(({ name, files, firstFile, lines, matched }) => [name, files, firstFile, lines, matched]))
    // The file with most bytes comes first.
    .toEqual([
      ['JSON Lines', 1, 'b.json', odd.length, 1],
      ['Lines of text with a header', 1, 'a.log', even.length, 1],
      ['Lines of text', 1, 'notes.txt', 4, 1],
    ]);
  expect(log.header.columns).toEqual(['time', 'level', 'component']);
  const shown = new Set(log.header.preview.map(({ text }) => text.charAt(0)));
  expect([...shown].sort()).toEqual(['2', 'W', 'a', '{', ''].sort());
});

test('templates and sessions are those of one log', async () => {
  const { sessions, templates } = await mixed.pipeline.group({ sessionRule: RULE });
  const one = await open([new File([LOG.text], 'a.log')]);
  const expected = await one.pipeline.group({ sessionRule: RULE });
  const eventsOf = ({ ids, events, firstTime }: typeof sessions.rows) =>
    ids.map((id, at) => [id, events[at], firstTime[at]]);
  expect(eventsOf(sessions.rows)).toEqual(eventsOf(expected.sessions.rows));
  const texts = new Set(templates.map(({ text }) => text));
  for (const { text } of expected.templates) expect(texts).toContain(text);
});

test('the order in which files are dropped does not matter', async () => {
  const turned = await open(FILES.toReversed());
  expect(turned.log).toEqual(mixed.log);
});

/** Threads that share this one; what crosses is copied as between others. */
function poolOf(size: number): ScanPool {
  const thread = scanThread(openBlob, (value) => value);
  return {
    size,
    scan: async (job, onProgress) => structuredClone(await thread.scan(structuredClone(job), onProgress)),
    countWords: async (job, onProgress) => structuredClone(await thread.countWords(structuredClone(job), onProgress)),
  };
}

test('nor do the number of threads and where files are cut', async () => {
  const texts = FILES.map((file) => ({ source: blobSource(file), lineEnd: 'lf' as const }));
  const scan = async (options: Parameters<typeof openLog>[2]) => {
    const outcome = await openLog(texts, 'auto', options);
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    const { signature, time, start, severity, identifiers, numbers, ...log } = outcome.value.scanned;
    const columns = [signature, time, start, severity, ...identifiers.map(({ first }) => first)];
    const ids = identifiers.map((found) => [found.ids, found.more]);
    return {
      ...log,
      ids,
      numbers: numbers.flatMap((block) => [...block]),
      rows: columns.map((column) => Array.from({ length: log.lines }, (_, line) => column.at(line))),
    };
  };
  const alone = await scan({});
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 9000 }),
      async (size, leastPartBytes) => {
        expect(await scan({ pool: poolOf(size), leastPartBytes })).toEqual(alone);
      },
    ),
    { numRuns: 5 },
  );
});

test('a format that is chosen is that of the files most bytes are in; none is for all', async () => {
  expect(mixed.log.formats[0]).toMatchObject({ name: 'JSON Lines', chosen: true });
  const other = mixed.log.formats.find(({ chosen }) => !chosen)?.name ?? '';
  const chosen = await open(FILES, { format: other });
  expect(chosen.log.fileFormats.map(({ name }) => name)).toEqual([
    other,
    'Lines of text with a header',
    'Lines of text',
  ]);
  const none = await open(FILES, { format: 'none' });
  expect(none.log.fileFormats).toMatchObject([{ name: 'Lines of text', files: 3, lines: LINES.length + 4 }]);
  expect(none.log.formats[0]).toMatchObject({ name: 'JSON Lines', chosen: false });
});

test('a detector keeps the formats, and finds each in the next files', async () => {
  await mixed.pipeline.group({ sessionRule: RULE });
  const { model } = await mixed.pipeline.train({ epochs: 2 });
  const next = new TestPipeline();
  await next.openDetector(await mixed.pipeline.data.saveDetector(model));
  const later = [new File([textOf(LINES.slice(0, 100))], 'c.log'), new File([textOf(odd.map(asJson))], 'd.json')];
  const log = expectValue(await next.data.open(later, () => undefined));
  expect(log.headerlessLines).toBe(0);
  expect(log.fileFormats.map(({ firstFile, matched }) => [firstFile, matched])).toEqual([
    ['d.json', 1],
    ['c.log', 1],
  ]);
});
