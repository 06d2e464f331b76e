import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MemorySpills } from '../src/ingest/unpack/memory-spills.ts';
import { SpillScope } from '../src/ingest/unpack/spill-scope.ts';
import { bytesOf, noisyLog, sourceOf } from '../src/ingest/unpack/unpack.fixture.ts';
import { unpack } from '../src/ingest/unpack/unpack.ts';
import { SpillFiles } from './spill-files.ts';

const LOG = noisyLog(100_000);

test('what is too much for memory lies in a file, until it is discarded', async () => {
  const spills = new SpillScope(new MemorySpills(new SpillFiles(), 1_500_000));
  const result = await unpack(sourceOf(gzipSync(LOG), 'a.log.gz'), spills);
  if (!result.ok) throw new Error(result.problem.kind);
  const [source] = result.sources;
  if (typeof source?.origin !== 'string') throw new Error('It lies in no file');
  expect(source.name).toBe('a.log.gz');
  expect((await bytesOf(source)).equals(LOG)).toBe(true);
  expect(existsSync(source.origin)).toBe(true);
  await spills.discardAll();
  expect(existsSync(source.origin)).toBe(false);
});
