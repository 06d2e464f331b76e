import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NO_HEADER } from '../src/core/scan/header-format.ts';
import { scanLog } from '../src/engine/scan-log.ts';
import type { TextSource } from '../src/ingest/text-source.ts';
import { nodeSource } from './analyze/node-source.ts';
import { startScanPool } from './scan-pool.ts';

/** More than a block of a column holds. */
const LINES = 70_000;
const folder = mkdtempSync(join(tmpdir(), 'scan-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'a.log');
writeFileSync(path, Array.from({ length: LINES }, (_, i) => `line ${i} says ${'abc'.charAt(i % 3)} of 1.5\n`).join(''));

const program = { header: NO_HEADER, identifiers: [] };
const pool = startScanPool(3);

async function texts(): Promise<TextSource[]> {
  const source = await nodeSource(path);
  if (!source.ok) throw new Error(source.problem.message);
  return [{ source: source.value, lineEnd: 'lf' }];
}

async function scanned(options: Parameters<typeof scanLog>[2]) {
  const outcome = await scanLog(await texts(), program, { leastPartBytes: 1, ...options });
  if (!outcome.ok) return outcome.problem.kind;
  const { files, lines, signatures, numbers, start } = outcome.value;
  return { files, lines, signatures, numbers: numbers.flatMap((block) => [...block]), last: start.at(lines - 1) };
}

test('threads give what one thread gives; cancelled ones are started anew', async () => {
  const alone = await scanned({});
  expect(await scanned({ pool })).toEqual(alone);
  const stop = new AbortController();
  setTimeout(() => stop.abort());
  expect(await scanned({ pool, signal: stop.signal })).toBe('cancelled');
  expect(await scanned({ pool })).toEqual(alone);
});
