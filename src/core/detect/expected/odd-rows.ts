import { VALUE_HISTORY } from './value-model.ts';

/** Rows that broke the sequence stand in the windows of the rows behind them, which then look odd too. */
export interface OddRows {
  /** Rows that are odd although none in their own window is: shape [rows], 1 where so. */
  readonly settled: Uint8Array;
  /** Rows whose windows hold a row that was settled just now, in order. */
  readonly affected: readonly number[];
  /** Shape [rows], 1 where the window holds a row that is odd and not settled. */
  readonly disturbed: Uint8Array;
}

/**
 * Settles the first odd row of each run of them; what follows it is looked at again without it.
 *
 * @param firstRow first row of each series, shape [series + 1]
 * @param before settled so far
 */
export function settleOddRows(
  firstRow: readonly number[],
  isOdd: (row: number) => boolean,
  before: Uint8Array,
): OddRows {
  const settled = before.slice();
  const affected: number[] = [];
  const disturbed = new Uint8Array(before.length);
  firstRow.slice(1).forEach((end, series) => {
    let odd = Number.NEGATIVE_INFINITY;
    let now = Number.NEGATIVE_INFINITY;
    for (let row = firstRow[series] as number; row < end; row++) {
      if (row - now <= VALUE_HISTORY) affected.push(row);
      if (row - odd <= VALUE_HISTORY) disturbed[row] = 1;
      if (before[row] === 1 || !isOdd(row)) continue;
      if (disturbed[row] === 0) {
        settled[row] = 1;
        now = row;
      }
      odd = row;
    }
  });
  return { settled, affected, disturbed };
}
