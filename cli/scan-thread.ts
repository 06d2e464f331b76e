import { parentPort } from 'node:worker_threads';
import { type HandOver, scanThread } from '../src/engine/scan-thread.ts';
import { blobSource } from '../src/ingest/byte-source.ts';
import { fileSource } from './analyze/node-source.ts';
import type { ThreadAnswer, ThreadJob } from './scan-pool.ts';

if (parentPort === null) throw new Error('This file is run by scan-pool.ts');
const port = parentPort;

const handedOver = new WeakMap<object, ArrayBuffer[]>();
const handOver: HandOver = (value, buffers) => {
  handedOver.set(value, buffers);
  return value;
};
const thread = scanThread(
  ({ name, size, origin }) => (typeof origin === 'string' ? fileSource(origin, size) : blobSource(origin, name)),
  handOver,
);

port.on('message', async ({ id, work, job }: ThreadJob) => {
  const outcome = await thread[work](job, (progress) => port.postMessage({ id, progress } satisfies ThreadAnswer));
  port.postMessage({ id, outcome } satisfies ThreadAnswer, handedOver.get(outcome) ?? []);
});
