import { afterEach, expect, test } from 'vitest';
import { createWorker } from './create-worker.client.ts';
import type { SpillApi } from './fixtures/spill.api.ts';
import spillUrl from './fixtures/spill.worker.ts?worker&url';
import { connect, type WorkerClient } from './rpc.client.ts';

const open: WorkerClient<SpillApi>[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.terminate();
});

function spillWorker(): WorkerClient<SpillApi> {
  const client = connect<SpillApi>('spill', () => createWorker(spillUrl));
  open.push(client);
  return client;
}

async function gzip(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

const LOG = Array.from({ length: 100_000 }, (_, line) => `line ${line} ${Math.imul(line, 0x5bd1e995)}\n`).join('');

test('an archive is unpacked into private files, which are removed on request', async () => {
  const worker = spillWorker();
  expect(await worker.call('unpack', [await gzip(LOG), 'a.gz'])).toEqual([`a.gz: ${LOG}`]);
  expect(await worker.call('count', [])).toBe(1);
  await worker.call('discard', []);
  expect(await worker.call('count', [])).toBe(0);
});

test('gzip of several members, which the browser alone refuses', async () => {
  const inner = new Blob([await gzip('in'), await gzip('side')]);
  const members = new Blob([await gzip(LOG), await gzip(''), await gzip(await inner.text()), await gzip(LOG)]);
  const text = `a.gz: ${LOG}${await inner.text()}${LOG}`;
  expect(await spillWorker().call('unpack', [members, 'a.gz'])).toEqual([text]);
});

test('gzip that ends early, is damaged, or has something else behind it', async () => {
  const worker = spillWorker();
  const packed = new Uint8Array(await (await gzip(LOG)).arrayBuffer());
  const cut = new Blob([packed.subarray(0, -5)]);
  expect(await worker.call('unpack', [cut, 'a.gz'])).toBe('truncated');
  expect(await worker.call('unpack', [new Blob([packed, 'something']), 'a.gz'])).toBe('damaged');
  packed[50_000] = (packed[50_000] ?? 0) ^ 0x55;
  expect(await worker.call('unpack', [new Blob([packed]), 'a.gz'])).toBe('damaged');
});

test('what a thread that ended left there is removed by the next one, and nothing of those that live', async () => {
  const [ended, living] = [spillWorker(), spillWorker()];
  await ended.call('unpack', [await gzip('one'), 'a.gz']);
  await living.call('unpack', [await gzip('two'), 'b.gz']);
  expect(await living.call('count', [])).toBe(2);
  ended.terminate();
  expect(await spillWorker().call('count', [])).toBe(1);
});
