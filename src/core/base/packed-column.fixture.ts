import type { PackedColumn } from './packed-column.ts';

/** All rows of a column. */
export function valuesOf(column: PackedColumn): number[] {
  const values: number[] = [];
  column.each((value) => values.push(value));
  return values;
}
