import { buildPrefixTree } from '../core/sequence/prefix-tree.ts';
import type { KernelShape, LevelKernels, LoadLevel } from './kernels/level-kernels.ts';

/** Distinct windows in lexicographic order. */
export interface Windows {
  readonly history: number;
  /** Shape [n, history]. */
  readonly windows: Int32Array;
}

/** Bounds the memory of a forward pass: a node takes about 4 kB with two layers of 64 units. */
const MAX_NODES = 16_384;
/** Bounds that of the scores: a window has one for each symbol. */
const MAX_SCORES = 2 ** 22;

/**
 * Splits windows into batches of neighbours, which share most of their prefixes, with trees of bounded size.
 *
 * @returns indices of the windows of each batch
 */
export function neighbourBatches(set: Windows, symbols: number, maxNodes: number = MAX_NODES): Int32Array[] {
  const maxRows = Math.max(1, Math.floor(MAX_SCORES / symbols));
  const starts = batchStarts(set, maxRows, maxNodes);
  const all = Int32Array.from({ length: set.windows.length / set.history }, (_, row) => row);
  return starts.map((first, index) => all.subarray(first, starts[index + 1]));
}

/** First window of each batch: a window adds a node for each symbol after the prefix it shares with the one before. */
function batchStarts({ windows, history }: Windows, maxRows: number, maxNodes: number): number[] {
  const starts: number[] = [];
  let nodes = maxNodes;
  for (let at = 0; at < windows.length; at += history) {
    let shared = 0;
    while (at > 0 && shared < history && windows[at + shared] === windows[at + shared - history]) shared++;
    nodes += history - shared;
    if (nodes > maxNodes || at / history - (starts.at(-1) ?? 0) >= maxRows) {
      starts.push(at / history);
      nodes = history;
    }
  }
  return starts;
}

/**
 * Lays windows out as a prefix tree on the backend, runs `use` with it, and takes it off again.
 *
 * @param rows indices of the windows, ascending; leaf i of the tree is window `rows[i]`
 */
export function withLevels<T>(
  { windows, history }: Windows,
  rows: Int32Array,
  load: LoadLevel,
  shape: KernelShape,
  use: (levels: readonly LevelKernels[]) => T,
): T {
  const chosen = new Int32Array(rows.length * history);
  rows.forEach((row, index) => {
    chosen.set(windows.subarray(row * history, (row + 1) * history), index * history);
  });
  const levels = buildPrefixTree(chosen, history).levels.map((level) => load(level, shape));
  try {
    return use(levels);
  } finally {
    for (const level of levels) level.dispose();
  }
}
