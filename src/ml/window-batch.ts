import * as tf from '@tensorflow/tfjs';
import { buildPrefixTree } from '../core/sequence/prefix-tree.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import type { KernelShape, LevelKernels, LoadLevel } from './kernels/level-kernels.ts';

/** Neighbouring windows of a set, as a prefix tree on the backend. */
export interface WindowBatch {
  /** Index of the first window in the set. */
  readonly first: number;
  readonly count: number;
  readonly levels: readonly LevelKernels[];
}

/**
 * Bounds the memory of a pass: a node keeps about 2 kB for each layer of 64 units. Cut where the tree branches least does not pay:
 * two batches share all but one path of their trees.
 */
const MAX_NODES = 16_384;

/**
 * Splits sorted windows into batches whose trees stay below a size; needs the backend to be set.
 *
 * @param windows shape [n, history], distinct and in lexicographic order
 */
export function loadBatches(
  windows: Int32Array,
  history: number,
  load: LoadLevel,
  shape: KernelShape,
  maxNodes: number = MAX_NODES,
): WindowBatch[] {
  const cuts = batchStarts(windows, history, maxNodes);
  const count = windows.length / history;
  return cuts.map((first, index) => {
    const end = cuts[index + 1] ?? count;
    const tree = buildPrefixTree(windows.subarray(first * history, end * history), history);
    return { first, count: end - first, levels: tree.levels.map((level) => load(level, shape)) };
  });
}

export function disposeBatches(batches: readonly WindowBatch[]): void {
  for (const { levels } of batches) for (const level of levels) level.dispose();
}

/** First window of each batch: a window adds a node for each symbol after the prefix it shares with the one before. */
function batchStarts(windows: Int32Array, history: number, maxNodes: number): number[] {
  const starts: number[] = [];
  let nodes = maxNodes;
  for (let at = 0; at < windows.length; at += history) {
    let shared = 0;
    while (at > 0 && windows[at + shared] === windows[at + shared - history]) shared++;
    nodes += history - shared;
    if (nodes > maxNodes) {
      starts.push(at / history);
      nodes = history;
    }
  }
  return starts;
}

/**
 * The weight of every successor of a batch's windows: its share of all events of the set.
 *
 * @returns shape [batch.count, symbols]
 */
export function batchTargets(set: WindowSet, batch: WindowBatch): tf.Tensor2D {
  const values = new Float32Array(batch.count * set.symbols);
  for (let row = 0; row < batch.count; row++) {
    const window = batch.first + row;
    const end = set.nextStart[window + 1] as number;
    for (let at = set.nextStart[window] as number; at < end; at++) {
      values[row * set.symbols + (set.nextSymbol[at] as number)] = (set.nextCount[at] as number) / set.total;
    }
  }
  return tf.tensor2d(values, [batch.count, set.symbols]);
}
