export interface SortOrder {
  readonly column: string;
  readonly descending: boolean;
}

export type SortValue = number | string;

/** The rows in order of a value; equal ones keep their places, whichever way it is sorted, and NaN comes last. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => SortValue,
  descending: boolean,
): readonly Row[] {
  const direction = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => compare(a.value, b.value, direction))
    .map(({ row }) => row);
}

function compare(a: SortValue, b: SortValue, direction: number): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return (a - b) * direction;
  }
  const [left, right] = [String(a), String(b)];
  if (left === right) return 0;
  return (left < right ? -1 : 1) * direction;
}
