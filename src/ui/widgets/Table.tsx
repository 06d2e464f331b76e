import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Column, RowData } from './column.ts';
import { type SortOrder, sortRows } from './sorting.ts';
import styles from './Table.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useWidth } from './use-width.ts';

interface TableProps<Row> {
  /** The accessible name. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** `data-*` attributes of a row. */
  readonly rowData?: (row: Row) => RowData;
  /** In pixels, the same for all rows. */
  readonly rowHeight?: number;
  /** Without it the rows stay as given. */
  readonly initialSort?: SortOrder;
  readonly selectedKey?: string | number | undefined;
  /** Rows can be selected; the selection follows the focus. */
  readonly onSelect?: (row: Row) => void;
  /** Shown in place of the rows where there are none. */
  readonly empty?: ReactNode;
}

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 34;

/**
 * A table of any length: only the rows in sight are in the document. One row takes the focus; arrow keys, Page Up and
 * Down, Home and End move it. Takes the height that its container has left, and scrolls inside.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, rowData, rowHeight = ROW_HEIGHT, selectedKey, onSelect, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState(props.initialSort);
  const sorted = useSorted(rows, columns, sort);
  const [active, setActive] = useState(0);
  const focusable = Math.min(active, sorted.length - 1);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // The row that takes the focus stays, wherever the table is scrolled to.
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), focusable),
  });
  const width = useWidth(scroller);
  const shown = columns.filter((column) => width === 0 || width >= (column.showFrom ?? 0));
  const tracks = shown.map((column) => column.width).join(' ');

  const moveTo = (index: number): void => {
    const target = Math.max(0, Math.min(sorted.length - 1, index));
    const row = sorted[target];
    if (row === undefined) return;
    setActive(target);
    virtualizer.scrollToIndex(target);
    focusRow(scroller.current, target);
    onSelect?.(row);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-label={label} aria-rowcount={sorted.length + 1}>
        <TableHead columns={shown} tracks={tracks} sort={sort} onSort={setSort} />
        <tbody
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={(event) => {
            const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
            const target = keyTarget(event.key, active, sorted.length, page);
            if (target === undefined) return;
            event.preventDefault();
            moveTo(target);
          }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = sorted[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <TableRow
                key={key}
                row={row}
                index={index}
                columns={shown}
                tracks={tracks}
                start={start - HEAD_HEIGHT}
                height={rowHeight}
                focusable={index === focusable}
                selected={selectedKey === key}
                onFocus={setActive}
                onActivate={onSelect && moveTo}
                data={rowData?.(row)}
              />
            );
          })}
        </tbody>
      </table>
      {sorted.length === 0 && <div className={styles.empty}>{empty ?? 'Nothing to show.'}</div>}
    </div>
  );
}

function useSorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: SortOrder | undefined) {
  const value = columns.find((column) => column.id === sort?.column)?.sortBy;
  const descending = sort?.descending ?? false;
  return useMemo(() => (value ? sortRows(rows, value, descending) : rows), [rows, value, descending]);
}

function withIndex(indices: number[], index: number): number[] {
  return index < 0 || indices.includes(index) ? indices : [...indices, index].sort((a, b) => a - b);
}

function keyTarget(key: string, active: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** A row far away is not in the document before the next frames have scrolled to it. */
function focusRow(scroller: HTMLElement | null, index: number, triesLeft = 10): void {
  const row = scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (triesLeft > 0) requestAnimationFrame(() => focusRow(scroller, index, triesLeft - 1));
}
