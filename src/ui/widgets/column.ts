import type { ReactNode } from 'react';
import type { SortValue } from './sorting.ts';

export interface Column<Row> {
  /** Stable, unique in its table. */
  readonly id: string;
  readonly title: string;
  /** A CSS grid track, such as `72px` or `minmax(0, 1fr)`. */
  readonly width: string;
  /** Numbers are aligned at their end. */
  readonly align?: 'end';
  /** Hidden where the table is narrower than this many pixels. */
  readonly showFrom?: number;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => SortValue;
}

/** `data-*` attributes of a row. */
export type RowData = Readonly<Record<`data-${string}`, string | number | undefined>>;
