import * as tf from '@tensorflow/tfjs-core';
import type { WindowSet } from '../core/sequence/window-set.ts';
import type { Candidates } from './candidates.ts';

/**
 * The weight of every successor of some windows: how often it followed times what one event weighs.
 *
 * @param eventWeight of the i-th row
 * @param candidates the symbols that have a column; all where it is left out
 * @returns shape [rows.length, candidates]
 */
export function targetsOf(
  set: WindowSet,
  rows: Int32Array,
  eventWeight: (index: number) => number,
  candidates?: Candidates,
): tf.Tensor2D {
  const columns = candidates?.symbols.length ?? set.symbols;
  const values = new Float32Array(rows.length * columns);
  rows.forEach((window, index) => {
    const weight = eventWeight(index);
    const end = set.nextStart[window + 1] as number;
    for (let at = set.nextStart[window] as number; at < end; at++) {
      const symbol = set.nextSymbol[at] as number;
      const column = candidates?.columnOf[symbol] ?? symbol;
      values[index * columns + column] = (set.nextCount[at] as number) * weight;
    }
  });
  return tf.tensor2d(values, [rows.length, columns]);
}

/**
 * A validation set without the successors that training never had: a model can only get worse at those, so they say nothing about
 * how well it fits.
 */
export function withoutUnseen(validation: WindowSet, train: WindowSet): WindowSet {
  const trained = new Set(train.nextSymbol);
  const nextCount = validation.nextCount.map((count, at) =>
    trained.has(validation.nextSymbol[at] as number) ? count : 0,
  );
  return { ...validation, nextCount, total: nextCount.reduce((sum, count) => sum + count, 0) };
}
