import { expect, test } from 'vitest';
import { PackedColumn } from '../core/base/packed-column.ts';
import type { Steps } from '../core/base/steps.ts';
import type { IdentifierColumn } from '../core/scan/scanned-log.ts';
import { chooseSessions } from './choose-sessions.ts';
import { inTurns } from './in-turns.ts';

function* count(steps: number, seen: string[]): Steps<number> {
  for (let step = 0; step < steps; step++) {
    seen.push(`step ${step}`);
    yield;
  }
  return steps;
}

test('a message that waits is handled behind the step it came in', async () => {
  const seen: string[] = [];
  const work = inTurns(count(3, seen));
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    seen.push('message');
    port1.close();
  };
  port2.postMessage(undefined);
  expect(await work).toBe(3);
  expect(seen.indexOf('message')).toBeGreaterThan(-1);
  expect(seen.indexOf('message')).toBeLessThan(seen.indexOf('step 2'));
});

test('while sessions of a log are chosen, others have a turn behind each block of lines', async () => {
  const blocks = 40;
  const rows = 250;
  const lines = blocks * rows;
  const block = Int32Array.from({ length: rows }, (_, row) => row % 25);
  const column: IdentifierColumn = {
    ids: Array.from({ length: 25 }, (_, id) => `job ${id}`),
    first: new PackedColumn(
      Array.from({ length: blocks }, () => ({ rows, base: -1, values: Uint8Array.from(block, (id) => id + 1) })),
    ),
    more: new Int32Array(0),
  };
  const key = Int32Array.from({ length: lines }, (_, line) => Math.floor(line / 25) % 10);
  const rule = { kind: 'token', before: '', prefix: 'job ', body: 'number' } as const;
  let turns = 0;
  let isDone = false;
  const other = (async () => {
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
  })();
  const time = PackedColumn.from(Array.from({ length: lines }, () => Number.NaN));
  const { sessions } = await chooseSessions([{ rule, column }], { key, time }, 'auto');
  isDone = true;
  await other;
  expect(sessions.count).toBe(25);
  // It is weighed in one pass, and grouped in two.
  expect(turns).toBeGreaterThanOrEqual(3 * blocks);
});
