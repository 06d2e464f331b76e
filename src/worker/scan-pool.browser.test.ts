import { afterEach, expect, test } from 'vitest';
import { createWorker } from './create-worker.client.ts';
import type { PoolApi } from './fixtures/pool.worker.ts';
import poolUrl from './fixtures/pool.worker.ts?worker&url';
import { connect } from './rpc.client.ts';

const client = connect<PoolApi>('pool', () => createWorker(poolUrl));
afterEach(() => client.terminate());

const LINES = 100_000;
const file = new File(
  [Array.from({ length: LINES }, (_, line) => `line ${line} says ${'ab'.charAt(line % 2)}\n`).join('')],
  'a.log',
);

test('a worker scans a file with workers of its own', async () => {
  const whole = {
    lines: LINES,
    files: [{ name: 'a.log', size: file.size, firstLine: 0, lines: LINES }],
    signatures: [
      ['line <*> says a', LINES / 2],
      ['line <*> says b', LINES / 2],
    ],
  };
  expect(await client.call('scan', [file, 1])).toEqual({ parts: 0, ...whole });
  expect(await client.call('scan', [file, 3])).toEqual({ parts: 2, ...whole });
});

test('threads read what was unpacked into private files', async () => {
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const archive = new File([packed], 'a.log.gz');
  expect(await client.call('scanUnpacked', [archive, 3])).toMatchObject({
    parts: 2,
    lines: LINES,
    files: [{ name: 'a.log.gz', size: file.size, firstLine: 0, lines: LINES }],
  });
});

test('a cancelled scan settles', async () => {
  expect(await client.call('scan', [file, 3, 0])).toBe('cancelled');
});
