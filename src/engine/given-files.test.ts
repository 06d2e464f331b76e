import { expect, test } from 'vitest';
import { DataEngine } from './data-engine.ts';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue } from './pipeline.fixture.ts';

const { text } = generateLog({ jobs: 60, header: timedHeader });
const LINES = text.split('\n').length - 1;
const ignore = () => undefined;
const file = (name: string, content = text, lastModified = 1_700_000_000_000) =>
  new File([content], name, { lastModified });

test('a file that is given twice counts once', async () => {
  const report = expectValue(await new DataEngine().open([file('a.log'), file('a.log')], ignore));
  expect(report).toMatchObject({ lines: LINES, leftOut: [{ file: 'a.log', reason: 'a.log was given twice.' }] });
});

test.each([
  ['another name', file('b.log')],
  ['another time', file('a.log', text, 1_700_000_000_001)],
  ['another end', file('a.log', `${text.slice(0, -2)}?\n`)],
])('one with %s is another file', async (_, other) => {
  const report = expectValue(await new DataEngine().open([file('a.log'), other], ignore));
  expect(report).toMatchObject({ lines: 2 * LINES, leftOut: [] });
});

test('one that cannot be read is named, and the others are read', async () => {
  const bytes = new TextEncoder().encode(text);
  const gone = {
    name: 'gone.log',
    size: 100,
    read: () => Promise.reject(new DOMException('It was deleted', 'NotFoundError')),
  };
  const shrunk = { name: 'shrunk.log', size: 100, read: async () => new Uint8Array(10) };
  const source = {
    name: 'a.log',
    size: bytes.length,
    read: async (from: number, to: number) => bytes.subarray(from, to),
  };
  const report = expectValue(await new DataEngine().openSources([gone, source, shrunk], ignore));
  expect(report).toMatchObject({
    lines: LINES,
    leftOut: [
      { file: 'gone.log', reason: expect.stringContaining('It was deleted'), code: 'unreadable-file' },
      { file: 'shrunk.log', reason: 'shrunk.log became shorter while it was read.', code: 'unreadable-file' },
    ],
  });
});

test('one that can no longer be read later on ends it, and what was open stays', async () => {
  const bytes = new TextEncoder().encode(text);
  const engine = new DataEngine();
  expectValue(await engine.open([file('first.log')], ignore));
  const sizes: number[] = [];
  const lost = {
    name: 'lost.log',
    size: bytes.length,
    read: async (from: number, to: number) => {
      sizes.push(to - from);
      if (sizes.length > 3) throw new DOMException('It was changed', 'NotReadableError');
      return bytes.subarray(from, to);
    },
  };
  expect(await engine.openSources([lost], ignore)).toMatchObject({
    ok: false,
    problem: { code: 'unreadable-file', message: 'lost.log could not be read (It was changed).' },
  });
  const [line] = expectValue(await engine.viewLines({ lines: [1] }));
  expect(line?.text).toBe(text.slice(0, text.indexOf('\n')));
});

test('more files than a log has are refused', async () => {
  const outcome = await new DataEngine().open(
    Array.from({ length: 10_001 }, () => file('a.log')),
    ignore,
  );
  expect(outcome).toMatchObject({
    ok: false,
    problem: { code: 'folder', message: expect.stringContaining('10,000 files') },
  });
});
