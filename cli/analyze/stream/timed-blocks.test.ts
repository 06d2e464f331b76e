import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type NextBlock, TimedBlocks } from './timed-blocks.ts';

async function all(blocks: TimedBlocks): Promise<string> {
  let text = '';
  for (let next: NextBlock = await blocks.next(); next !== 'end'; next = await blocks.next()) {
    text += typeof next === 'string' ? `<${next}>` : new TextDecoder().decode(next);
  }
  return text;
}

test('blocks come in order, also where the stream is much quicker than who takes them', async () => {
  const parts = Array.from({ length: 100 }, (_, index) => Buffer.alloc(50_000, 65 + (index % 26)));
  expect(await all(new TimedBlocks(Readable.from(parts)))).toBe(parts.join(''));
});

test('waits no longer than it is told, and misses nothing that comes later', async () => {
  const input = new PassThrough();
  const blocks = new TimedBlocks(input);
  expect(await blocks.next(1)).toBe('nothing');
  input.end('later');
  expect(await all(blocks)).toBe('later');
  expect(await blocks.next()).toBe('end');
});

test('what was read before it is stopped still comes', async () => {
  const input = new PassThrough();
  const blocks = new TimedBlocks(input);
  input.write('one');
  await new Promise(setImmediate);
  blocks.stop();
  input.write('two');
  expect(await all(blocks)).toBe('one');
});

test('what goes wrong with the stream is thrown', async () => {
  const input = new PassThrough();
  const blocks = new TimedBlocks(input);
  input.destroy(new Error('no more'));
  await expect(blocks.next()).rejects.toThrow('no more');
});
