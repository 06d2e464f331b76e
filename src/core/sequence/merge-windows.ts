import type { WindowSet } from './window-set.ts';

/** Two sets as one. */
export interface MergedWindows {
  readonly set: WindowSet;
  /** Shape [first.count]: the row of each window of the first set. */
  readonly rowOfFirst: Int32Array;
}

/**
 * Adds up two sets of windows, each with what followed it.
 *
 * @throws RangeError if they are of other symbols or another history
 */
export function mergeWindows(first: WindowSet, second: WindowSet): MergedWindows {
  const { history, symbols } = first;
  if (history !== second.history || symbols !== second.symbols) throw new RangeError('windows of another model');
  const merged = { windows: [] as number[], nextStart: [0], nextSymbol: [] as number[], nextCount: [] as number[] };
  const rowOfFirst = new Int32Array(first.count);
  let [a, b] = [0, 0];
  while (a < first.count || b < second.count) {
    const order = compareRows(first, a, second, b);
    const row = merged.nextStart.length - 1;
    const [of, at] = order <= 0 ? [first, a] : [second, b];
    for (let symbol = at * history; symbol < (at + 1) * history; symbol++)
      merged.windows.push(of.windows[symbol] as number);
    const counts = new Map<number, number>();
    if (order <= 0) {
      addSuccessors(first, a, counts);
      rowOfFirst[a++] = row;
    }
    if (order >= 0) addSuccessors(second, b++, counts);
    for (const [symbol, count] of [...counts].sort(([one], [other]) => one - other)) {
      merged.nextSymbol.push(symbol);
      merged.nextCount.push(count);
    }
    merged.nextStart.push(merged.nextSymbol.length);
  }
  const set: WindowSet = {
    history,
    symbols,
    count: merged.nextStart.length - 1,
    windows: Int32Array.from(merged.windows),
    nextStart: Int32Array.from(merged.nextStart),
    nextSymbol: Int32Array.from(merged.nextSymbol),
    nextCount: Int32Array.from(merged.nextCount),
    total: first.total + second.total,
  };
  return { set, rowOfFirst };
}

/** Negative where the row of the first set comes before; rows behind the end come last. */
export function compareRows(first: WindowSet, a: number, second: WindowSet, b: number): number {
  if (a >= first.count) return 1;
  if (b >= second.count) return -1;
  const { history } = first;
  for (let at = 0; at < history; at++) {
    const difference = (first.windows[a * history + at] as number) - (second.windows[b * history + at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function addSuccessors(
  { nextStart, nextSymbol, nextCount }: WindowSet,
  row: number,
  counts: Map<number, number>,
): void {
  for (let at = nextStart[row] as number; at < (nextStart[row + 1] as number); at++) {
    const symbol = nextSymbol[at] as number;
    counts.set(symbol, (counts.get(symbol) ?? 0) + (nextCount[at] as number));
  }
}
