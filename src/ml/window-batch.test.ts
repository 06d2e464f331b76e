import { expect, test } from 'vitest';
import { neighbourBatches } from './window-batch.ts';
import { windowSets, workflowSessions } from './windows.fixture.ts';

const { train } = windowSets(workflowSessions(60), 5);

function nodes(batch: { readonly tree: { readonly levels: readonly { readonly size: number }[] } }): number {
  return batch.tree.levels.reduce((sum, { size }) => sum + size, 0);
}

test('neighbours fill batches up to the limit, each window once and in order', () => {
  const limit = 20;
  const batches = neighbourBatches(train.windows, train.history, limit);
  const rows = batches.flatMap((batch) => Array.from(batch.rows));
  expect(rows).toEqual(Array.from({ length: train.count }, (_, row) => row));
  expect(Math.max(...batches.map(nodes))).toBeLessThanOrEqual(limit);
  // A window adds at most `history` nodes, so a batch that is not the last cannot be emptier than this.
  expect(Math.min(...batches.slice(0, -1).map(nodes))).toBeGreaterThan(limit - train.history);
});

test('few windows are one batch, none are none', () => {
  expect(neighbourBatches(train.windows, train.history)).toHaveLength(1);
  expect(neighbourBatches(new Int32Array(0), 5)).toEqual([]);
});
