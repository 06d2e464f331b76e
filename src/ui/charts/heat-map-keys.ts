/** A cell that is drawn. */
export interface HeatMapCell {
  readonly row: number;
  readonly column: number;
  /** In (0, 1]. */
  readonly share: number;
}

/**
 * The cell that an arrow key leads to: the next one of the row, or in the nearest row on that side the one of the nearest column.
 *
 * @param cells row by row
 * @returns undefined for any other key, and where there is none
 */
export function nextCell<Cell extends HeatMapCell>(
  cells: readonly Cell[],
  at: Cell | undefined,
  key: string,
): Cell | undefined {
  if (at === undefined) return key.startsWith('Arrow') ? cells[0] : undefined;
  const index = cells.indexOf(at);
  switch (key) {
    case 'ArrowRight':
      return cells[index + 1];
    case 'ArrowLeft':
      return cells[index - 1];
    case 'ArrowDown':
      return nearestIn(cells, at, cells.find((cell) => cell.row > at.row)?.row);
    case 'ArrowUp':
      return nearestIn(cells, at, cells.findLast((cell) => cell.row < at.row)?.row);
    default:
      return undefined;
  }
}

function nearestIn<Cell extends HeatMapCell>(
  cells: readonly Cell[],
  { column }: Cell,
  row: number | undefined,
): Cell | undefined {
  const there = cells.filter((cell) => cell.row === row);
  return there.toSorted((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))[0];
}
