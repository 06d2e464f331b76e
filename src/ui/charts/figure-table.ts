/** The data of a chart, one row a mark. */
export interface FigureTable {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly FigureCell[])[];
}

export type FigureCell = string | number;

interface FigureColumn {
  readonly title: string;
  /** `number` aligns right, `name` stays on one line. */
  readonly kind: 'text' | 'name' | 'number';
  /** How a number is shown; a file holds it as it is. */
  readonly format?: (value: number) => string;
}

/** A cell as it is read. */
export function cellText(cell: FigureCell, column: FigureColumn | undefined): string {
  if (typeof cell === 'string') return cell;
  return column?.format?.(cell) ?? String(cell);
}
