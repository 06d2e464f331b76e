import { buildPrefixTree, type PrefixTree } from '../core/sequence/prefix-tree.ts';
import type { KernelShape, LevelKernels, LoadLevel } from './kernels/level-kernels.ts';

/** Some windows of a set, laid out as a prefix tree. */
export interface WindowBatch {
  /** Indices of the windows in the set, ascending; leaf i of the tree is window `rows[i]`. */
  readonly rows: Int32Array;
  readonly tree: PrefixTree;
}

/** Bounds the memory of a forward pass: a node takes about 4 kB with two layers of 64 units. */
const MAX_NODES = 16_384;

/** @param windows shape [n, history], distinct and in lexicographic order */
export function batchOf(windows: Int32Array, history: number, rows: Int32Array): WindowBatch {
  const chosen = new Int32Array(rows.length * history);
  rows.forEach((row, index) => {
    chosen.set(windows.subarray(row * history, (row + 1) * history), index * history);
  });
  return { rows, tree: buildPrefixTree(chosen, history) };
}

/**
 * Splits windows into batches of neighbours, which share most of their prefixes, with trees of bounded size.
 *
 * @param windows shape [n, history], distinct and in lexicographic order
 */
export function neighbourBatches(windows: Int32Array, history: number, maxNodes: number = MAX_NODES): WindowBatch[] {
  const starts = batchStarts(windows, history, maxNodes);
  return starts.map((first, index) => {
    const end = starts[index + 1] ?? windows.length / history;
    const rows = Int32Array.from({ length: end - first }, (_, row) => first + row);
    return batchOf(windows, history, rows);
  });
}

/** First window of each batch: a window adds a node for each symbol after the prefix it shares with the one before. */
function batchStarts(windows: Int32Array, history: number, maxNodes: number): number[] {
  const starts: number[] = [];
  let nodes = maxNodes;
  for (let at = 0; at < windows.length; at += history) {
    let shared = 0;
    while (at > 0 && shared < history && windows[at + shared] === windows[at + shared - history]) shared++;
    nodes += history - shared;
    if (nodes > maxNodes) {
      starts.push(at / history);
      nodes = history;
    }
  }
  return starts;
}

/** Runs `use` with the batch's tree on the backend, and takes it off again. */
export function withLevels<T>(
  batch: WindowBatch,
  load: LoadLevel,
  shape: KernelShape,
  use: (levels: readonly LevelKernels[]) => T,
): T {
  const levels = batch.tree.levels.map((level) => load(level, shape));
  try {
    return use(levels);
  } finally {
    for (const level of levels) level.dispose();
  }
}
