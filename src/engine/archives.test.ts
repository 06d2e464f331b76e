import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MemorySpills } from '../ingest/unpack/memory-spills.ts';
import type { Spill, SpillStore } from '../ingest/unpack/spill.ts';
import type { ReadProgress } from './data.api.ts';
import { DataEngine } from './data-engine.ts';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue } from './pipeline.fixture.ts';

const { text } = generateLog({ jobs: 60, odd: new Map([[50, 'crash']]), header: timedHeader });
const bytes = (value: string) => new TextEncoder().encode(value);
const file = (content: Uint8Array, name: string) => new File([new Uint8Array(content)], name);
const ignore = () => undefined;

/** Counts the spills that are there. */
class CountingSpills implements SpillStore {
  readonly there = new Set<Spill>();

  async create(name: string): Promise<Spill> {
    const spill = await new MemorySpills().create(name);
    const counted: Spill = {
      write: (block) => spill.write(block),
      finish: () => spill.finish(),
      discard: async () => {
        this.there.delete(counted);
        await spill.discard();
      },
    };
    this.there.add(counted);
    return counted;
  }
}

/** Larger than what is kept in memory. */
const LARGE = bytes(`${text}${'x'.repeat(70_000_000)}\n`);

test('a packed log is read like the plain one', async () => {
  const plain = expectValue(await new DataEngine().open([file(bytes(text), 'a.log')], ignore));
  for (const packed of [gzipSync(text), Buffer.concat([gzipSync(text.slice(0, 5000)), gzipSync(text.slice(5000))])]) {
    const report = expectValue(await new DataEngine().open([file(packed, 'a.log')], ignore));
    expect({ ...report, secondsToRead: 0 }).toEqual({ ...plain, secondsToRead: 0 });
  }
});

test('files in an archive are the files of the log, those that are no text are left out', async () => {
  const zip = zipSync({ 'logs/a.log': bytes(text), 'logs/b.log.gz': gzipSync(text) });
  const report = expectValue(await new DataEngine().open([file(zip, 'all.zip')], ignore));
  expect(report.files.map(({ name }) => name)).toEqual(['all.zip/logs/a.log']);
  expect(report.leftOut).toMatchObject([{ file: 'all.zip/logs/b.log.gz', reason: expect.stringContaining('archive') }]);
});

test('a line is read back from the unpacked file', async () => {
  const engine = new DataEngine();
  await engine.open([file(gzipSync(text), 'a.log.gz')], ignore);
  const [line] = expectValue(await engine.viewLines({ lines: [100] }));
  expect(line?.text).toBe(text.split('\n')[99]);
});

test('unpacking is told as it goes, and goes with the log that took its place', async () => {
  const spills = new CountingSpills();
  const engine = new DataEngine({ spills: Promise.resolve(spills) });
  const seen: ReadProgress[] = [];
  const packed = file(gzipSync(LARGE), 'large.gz');
  expectValue(await engine.open([packed], (progress) => seen.push(progress)));
  expect(seen[0]).toMatchObject({ unpacking: 'large.gz', bytesTotal: packed.size, lines: 0 });
  expect(seen.at(-1)?.unpacking).toBeUndefined();
  expect(spills.there.size).toBe(1);

  const cancelled = engine.open([packed], ({ bytesDone }) => {
    if (bytesDone > packed.size / 2) void engine.cancelOpen();
  });
  expect(await cancelled).toBe('cancelled');
  expect(spills.there.size).toBe(1);

  await engine.open([file(bytes(text), 'a.log')], ignore);
  expect(spills.there.size).toBe(0);
});

test.each([
  ['damaged-archive', gzipSync(text).subarray(0, -9), /ends early: \d/],
  ['compressed-file', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1), /xz/],
  ['empty-file', gzipSync(''), /is empty/],
])('%s', async (code, content, message) => {
  const outcome = await new DataEngine().open([file(content, 'a.x')], ignore);
  expect(outcome).toMatchObject({ ok: false, problem: { code, message: expect.stringMatching(message) } });
});

test('a bomb is unpacked when a person says so', async () => {
  const bomb = file(gzipSync(bytes(`${text}${'x'.repeat(102_000_000)}\n`)), 'bomb.gz');
  const refused = await new DataEngine().open([bomb], ignore);
  expect(refused).toMatchObject({ ok: false, problem: { code: 'bomb' } });
  const read = expectValue(await new DataEngine().open([bomb], ignore, { unpackAnyway: true }));
  expect(read.lines).toBe(text.split('\n').length);
});
