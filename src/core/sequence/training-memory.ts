import type { TemplateCounts } from './template-counts.ts';
import type { WindowSet } from './window-set.ts';

/** What a detector keeps of the lines it learnt from: it is compared with the next log by these, and goes on learning from them. */
export interface TrainingMemory {
  /** Of its templates in the training period; undefined where they were not counted. */
  readonly templates: TemplateCounts | undefined;
  /** What the key model was trained on; a part of it, evenly spread, where it was more than {@link MOST_WINDOWS}. */
  readonly training: WindowSet;
  /** What was held out; likewise. */
  readonly validation: WindowSet;
}

/** Distinct windows of a set that are kept: all of HDFS many times over, in 3 MiB before packing. */
export const MOST_WINDOWS = 2 ** 16;

/** @returns the set, or every so many of its windows with so many times the counts: it weighs as much as before */
export function thinned(set: WindowSet, most = MOST_WINDOWS): WindowSet {
  const every = Math.ceil(set.count / most);
  if (every <= 1) return set;
  const { history, windows, nextStart, nextSymbol, nextCount } = set;
  const kept = Array.from({ length: Math.ceil(set.count / every) }, (_, index) => index * every);
  const successors = kept.flatMap((row) => rangeOf(nextStart, row));
  const starts = Int32Array.from({ length: kept.length + 1 }, () => 0);
  kept.forEach((row, at) => {
    const own = (nextStart[row + 1] as number) - (nextStart[row] as number);
    starts[at + 1] = (starts[at] as number) + own;
  });
  const counts = Int32Array.from(successors, (at) => (nextCount[at] as number) * every);
  return {
    ...set,
    count: kept.length,
    windows: Int32Array.from(kept.flatMap((row) => [...windows.subarray(row * history, (row + 1) * history)])),
    nextStart: starts,
    nextSymbol: Int32Array.from(successors, (at) => nextSymbol[at] as number),
    nextCount: counts,
    total: counts.reduce((sum, count) => sum + count, 0),
  };
}

function rangeOf(starts: Int32Array, row: number): number[] {
  const from = starts[row] as number;
  return Array.from({ length: (starts[row + 1] as number) - from }, (_, index) => from + index);
}
