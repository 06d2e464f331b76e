import { expect, test } from 'vitest';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const LOG = generateLog({ jobs: 40, header: timedHeader });
const TEXT = LOG.text.replaceAll('–', '-').replaceAll('INFO', 'INFO große');

const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function read(bytes: Uint8Array<ArrayBuffer> | string) {
  const pipeline = new TestPipeline();
  const { encoding, ...log } = await pipeline.open(bytes);
  return { encoding, log: { ...log, secondsToRead: 0 } };
}

test('the same log in other encodings is the same', async () => {
  const plain = await read(TEXT);
  expect(plain).toMatchObject({ encoding: 'utf-8', log: { replacedLines: 0, headerlessLines: 0 } });
  expect(plain.log.header.preview[0]?.text).toContain('INFO große worker: Accepted job_1000');
  expect(await read(utf16(`\ufeff${TEXT}`))).toEqual({ ...plain, encoding: 'utf-16le' });
  expect(await read(utf16(TEXT))).toEqual({ ...plain, encoding: 'utf-16le' });
  expect(await read(latin(TEXT))).toEqual({ ...plain, encoding: 'windows-1252' });
});

test('an encoding that was chosen is taken, and what it cannot read is counted and listed', async () => {
  const pipeline = new TestPipeline();
  const file = new File([latin(TEXT)], 'app.log');
  const log = expectValue(await pipeline.data.open([file], () => undefined, { encoding: 'utf-8' }));
  expect(log).toMatchObject({ encoding: 'utf-8', replacedLines: log.lines, replacedCharacters: log.lines + 40 });
  const [first] = expectValue(await pipeline.data.linesOf('replaced', 0, 1));
  expect(first).toMatchObject({ line: 1, text: expect.stringContaining('gro\ufffde') });
});

test('files that are no text are left out and named, unless all are', async () => {
  const files = [
    new File([], 'empty.log'),
    new File([TEXT], 'app.log'),
    new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'logo.png'),
    new File([latin(TEXT)], 'old.log'),
  ];
  const pipeline = new TestPipeline();
  const log = expectValue(await pipeline.data.open(files, () => undefined));
  expect(log.files.map(({ name }) => name)).toEqual(['app.log', 'old.log']);
  expect(log.encoding).toBe('utf-8, windows-1252');
  expect(log.leftOut).toEqual([
    { file: 'empty.log', reason: 'empty.log is empty.', code: 'empty-file' },
    { file: 'logo.png', reason: 'logo.png is not text but PNG image.', code: 'binary-file' },
  ]);
  expect(await pipeline.data.open([files[0] as File], () => undefined)).toMatchObject({
    ok: false,
    problem: { code: 'empty-file' },
  });
});

test('what looks like no text is read as text where a person says so', async () => {
  const data = new Uint8Array(4000);
  data.set(new TextEncoder().encode(TEXT.slice(0, 2000)));
  const files = [new File([TEXT], 'app.log'), new File([data], 'padded.log')];
  const { data: engine } = new TestPipeline();
  const refused = expectValue(await engine.open(files, () => undefined));
  expect(refused.leftOut).toMatchObject([{ file: 'padded.log', code: 'binary-file' }]);
  const log = expectValue(await engine.open(files, () => undefined, { textAnyway: true }));
  expect(log.leftOut).toEqual([]);
  expect(log.lines).toBeGreaterThan(refused.lines);
});
