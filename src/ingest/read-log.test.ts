import { expect, test } from 'vitest';
import { NO_HEADER } from '../core/scan/header-format.ts';
import { LogScanner } from '../core/scan/log-scanner.ts';
import { type ByteSource, blobSource } from './byte-source.ts';
import { decodeUtf8 } from './decode.ts';
import { readLine } from './read-line.ts';
import { type ReadProgress, readLog } from './read-log.ts';
import { sampleLines } from './sample-lines.ts';
import type { TextSource } from './text-source.ts';

const text = (content: string, name = 'a.log'): TextSource => ({
  source: blobSource(new Blob([content]), name),
  lineEnd: 'lf',
});
const newScanner = () => new LogScanner({ header: NO_HEADER, identifiers: [], decode: decodeUtf8 });
const numbered = (count: number, pad: string) => Array.from({ length: count }, (_, i) => `line ${i} ${pad}`);

/** A file that can be read only up to a place, after which the platform fails as told. */
function failing(error: Error | 'short'): ByteSource {
  return {
    name: 'gone.log',
    size: 40_000_000,
    read: async (start, end) => {
      if (start === 0) return new Uint8Array(end).fill(97);
      if (error === 'short') return new Uint8Array(5);
      throw error;
    },
  };
}

test('streams several files, with progress that ends at the total', async () => {
  const texts = [text(numbered(200_000, 'of the first file '.repeat(5)).join('\n')), text('one\ntwo\n', 'b.log')];
  const scanner = newScanner();
  const seen: ReadProgress[] = [];
  expect(await readLog(texts, scanner, { onProgress: (progress) => seen.push(progress) })).toEqual({ ok: true });
  const log = scanner.finish();
  expect(log.files.map(({ name, lines }) => [name, lines])).toEqual([
    ['a.log', 200_000],
    ['b.log', 2],
  ]);
  expect(seen.length).toBe(3);
  expect(seen.at(-1)?.bytesDone).toBe(seen[0]?.bytesTotal);
  expect(seen.map(({ bytesDone }) => bytesDone)).toEqual(
    seen.map(({ bytesDone }) => bytesDone).toSorted((a, b) => a - b),
  );
});

test('a file that is gone or shorter is a problem; a bug is thrown', async () => {
  const read = (error: Error | 'short') => readLog([{ source: failing(error), lineEnd: 'lf' }], newScanner());
  const gone = Object.assign(new Error('The file is gone'), { name: 'NotReadableError' });
  expect(await read(gone)).toEqual({
    ok: false,
    problem: { kind: 'unreadable', file: 'gone.log', reason: 'The file is gone' },
  });
  expect(await read('short')).toEqual({ ok: false, problem: { kind: 'changed', file: 'gone.log' } });
  await expect(read(new TypeError('bug'))).rejects.toThrow('bug');
});

test('stops when told to', async () => {
  const stop = new AbortController();
  const scanner = newScanner();
  const result = await readLog([text(numbered(500_000, 'some more text here '.repeat(2)).join('\n'))], scanner, {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(result).toEqual({ ok: false, problem: { kind: 'cancelled' } });
  expect(scanner.lines).toBeLessThan(400_000);
});

async function sampled(content: string): Promise<readonly string[]> {
  const result = await sampleLines(text(content));
  return result.ok ? result.lines : [];
}

test('a small file is sampled whole, without blank lines and colours', async () => {
  expect(await sampled('one\r\n\r\n\x1b[31mtwo\x1b[0m\nthree')).toEqual(['one', 'two', 'three']);
  expect(await sampleLines(text('\n \r\n'))).toEqual({ ok: false, problem: { kind: 'blank', file: 'a.log' } });
});

test.each([
  ['medium', 10_000, ''],
  ['large', 100_000, 'x'.repeat(40)],
])('a %s file is sampled at head, middle and tail', async (_, count, pad) => {
  const lines = numbered(count, pad).map((line) => line.trimEnd());
  const found = await sampled(lines.join('\n'));
  expect(found.length).toBe(1998);
  const places = found.map((line) => lines.indexOf(line) / count);
  expect(places).not.toContain(-1 / count);
  expect(places[0]).toBe(0);
  expect(places.some((place) => place > 0.45 && place < 0.55)).toBe(true);
  expect(places.at(-1)).toBeGreaterThan(0.9);
});

test('a file of one huge line gives its beginning', async () => {
  const found = await sampled('word '.repeat(400_000));
  expect(found.map(({ length }) => length)).toEqual([65_536]);
});

test('lines are read back by their place, a huge one in part', async () => {
  const { source } = text('one\r\n\x1b[1mtwo\x1b[0m\nthree');
  expect(await readLine(source, 0, 5)).toEqual({ ok: true, text: 'one', isCut: false });
  expect(await readLine(source, 5, 17)).toEqual({ ok: true, text: 'two', isCut: false });
  expect(await readLine(source, 17, 22, 3)).toEqual({ ok: true, text: 'thr', isCut: true });
});
