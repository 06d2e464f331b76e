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
