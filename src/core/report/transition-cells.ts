import type { Transitions } from '../sequence/transitions.ts';

/** One step that happened: from a row to a column of the heat map. */
export interface TransitionCell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** Of all that followed the row, in (0, 1]. */
  readonly share: number;
}

/** The steps that happened, row by row. */
export function transitionCells({ counts, totals }: Transitions): readonly TransitionCell[] {
  const cells: TransitionCell[] = [];
  counts.forEach((count, at) => {
    const row = Math.floor(at / totals.length);
    if (count > 0) cells.push({ row, column: at % totals.length, count, share: count / (totals[row] as number) });
  });
  return cells;
}
