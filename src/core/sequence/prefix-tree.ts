/**
 * Windows that begin alike share the recurrent state of the common part. Level k holds one node for each distinct prefix of
 * k + 1 symbols, in lexicographic order, so that the children of a node are contiguous; leaf i of the last level is window i.
 */
export interface PrefixTree {
  /** Length h. */
  readonly levels: readonly PrefixLevel[];
}

export interface PrefixLevel {
  readonly size: number;
  /** Shape [size]: node of the level above (all 0 in the first level), non-decreasing. */
  readonly parent: Int32Array;
  /** Shape [size]: the symbol this prefix ends with. */
  readonly symbol: Int32Array;
  /** Shape [size of the level above + 1] (2 in the first level): the children of node p are `childStart[p]` to `childStart[p + 1] - 1`. */
  readonly childStart: Int32Array;
}

/**
 * @param windows shape [n, history], row-major, rows distinct and in lexicographic order
 * @throws RangeError if `windows` does not hold whole rows
 */
export function buildPrefixTree(windows: Int32Array, history: number): PrefixTree {
  if (history < 1 || windows.length % history !== 0) {
    throw new RangeError(`${windows.length} symbols are no whole windows of ${history}`);
  }
  const count = windows.length / history;
  const levels: PrefixLevel[] = [];
  let nodeOf: Int32Array = new Int32Array(count);
  let nodesAbove = 1;
  for (let depth = 0; depth < history; depth++) {
    const next = buildLevel(windows, history, depth, nodeOf, nodesAbove);
    levels.push(next.level);
    nodeOf = next.nodeOf;
    nodesAbove = next.level.size;
  }
  return { levels };
}

function buildLevel(windows: Int32Array, history: number, depth: number, above: Int32Array, nodesAbove: number) {
  const count = above.length;
  const nodeOf = new Int32Array(count);
  const parent: number[] = [];
  const symbol: number[] = [];
  const childStart = new Int32Array(nodesAbove + 1);
  let lastParent = -1;
  let lastSymbol = -1;
  for (let row = 0; row < count; row++) {
    const rowParent = above[row] as number;
    const rowSymbol = windows[row * history + depth] as number;
    if (rowParent !== lastParent || rowSymbol !== lastSymbol) {
      parent.push(rowParent);
      symbol.push(rowSymbol);
      childStart[rowParent + 1] = parent.length;
      lastParent = rowParent;
      lastSymbol = rowSymbol;
    }
    nodeOf[row] = parent.length - 1;
  }
  const level = { size: parent.length, parent: Int32Array.from(parent), symbol: Int32Array.from(symbol), childStart };
  return { level, nodeOf };
}
