/**
 * Distinct windows with what followed each, how often: the training set of the key model. The loss over these with their
 * counts as weights equals the loss over all sliding windows (DeepLog section 3.1), at a fraction of the work.
 */
export interface WindowSet {
  /** h: symbols in a window. */
  readonly history: number;
  /** V: size of the vocabulary. */
  readonly symbols: number;
  /** Number of distinct windows. */
  readonly count: number;
  /** Shape [count, history], row-major, oldest symbol first, rows in lexicographic order without repeats. */
  readonly windows: Int32Array;
  /** Shape [count + 1]: the successors of window i are at `nextStart[i]` to `nextStart[i + 1] - 1`. */
  readonly nextStart: Int32Array;
  /** Symbol that followed, ascending inside a window. */
  readonly nextSymbol: Int32Array;
  /** How often it followed. */
  readonly nextCount: Int32Array;
  /** Sum of `nextCount`: the number of plain sliding windows. */
  readonly total: number;
}
