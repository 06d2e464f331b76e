import { expect, test } from 'vitest';
import { buildPrefixTree, type PrefixLevel } from '../core/sequence/prefix-tree.ts';
import type { LevelKernels } from './kernels/level-kernels.ts';
import { neighbourBatches, withLevels } from './window-batch.ts';
import { windowSets, workflowSessions } from './windows.fixture.ts';

const { train } = windowSets(workflowSessions(60), 5);

function nodes(rows: Int32Array): number {
  const [first = 0] = rows;
  const windows = train.windows.subarray(first * train.history, (first + rows.length) * train.history);
  return buildPrefixTree(windows, train.history).levels.reduce((sum, { size }) => sum + size, 0);
}

test('neighbours fill batches up to the limit, each window once and in order', () => {
  const limit = 20;
  const batches = neighbourBatches(train, train.symbols, limit);
  const rows = batches.flatMap((batch) => Array.from(batch));
  expect(rows).toEqual(Array.from({ length: train.count }, (_, row) => row));
  expect(Math.max(...batches.map(nodes))).toBeLessThanOrEqual(limit);
  // A window adds at most `history` nodes, so a batch that is not the last cannot be emptier than this.
  expect(Math.min(...batches.slice(0, -1).map(nodes))).toBeGreaterThan(limit - train.history);
});

test('few windows are one batch, none are none', () => {
  expect(neighbourBatches(train, train.symbols)).toHaveLength(1);
  expect(neighbourBatches({ windows: new Int32Array(0), history: 5 }, 3)).toEqual([]);
});

test('many symbols make small batches, since each window has a score for each', () => {
  const batches = neighbourBatches(train, 2 ** 20);
  expect(batches.slice(0, -1).every(({ length }) => length === 4)).toBe(true);
  expect(batches.flatMap((batch) => Array.from(batch))).toHaveLength(train.count);
});

test('a batch lies on the backend as the tree of its windows, for as long as it is used', () => {
  const sizes: number[] = [];
  let held = 0;
  const load = ({ size }: PrefixLevel) => {
    sizes.push(size);
    held++;
    return { size, dispose: () => held-- } as unknown as LevelKernels;
  };
  const shape = { symbols: train.symbols, units: 2 };
  const found = withLevels(train, Int32Array.of(0, 3), load, shape, (levels) => [levels.length, held]);
  expect(found).toEqual([5, 5]);
  expect(held).toBe(0);
  expect(sizes.at(-1)).toBe(2);
});
