import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTextScale } from '../text-scale.ts';
import type { Column, RowData } from './column.ts';
import { type SortOrder, sortRows } from './sorting.ts';
import styles from './Table.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useWidth } from './use-width.ts';

interface TableProps<Row> {
  /** The accessible name. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** `data-*` attributes of a row. */
  readonly rowData?: (row: Row) => RowData;
  /** In pixels, for text of usual size; where it is left out, less in a list that would be longer than browsers show. */
  readonly rowHeight?: number | ((row: Row) => number);
  /** Rows that stand under a row wherever it is sorted to. */
  readonly rowsBelow?: (row: Row) => readonly Row[];
  /** Rows that stand above the others, however they are sorted; keeps its identity. */
  readonly first?: (row: Row) => boolean;
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
/** A line of text; lower rows could not be read. */
const LOWEST_ROW = 17;
/** Firefox shows no element that is higher than 17,895,697 pixels, Chromium none above 33,554,428. */
const MOST_PIXELS = 17_800_000;

/**
 * A table of any length: only the rows in sight are in the document. One row takes the focus; arrow keys, Page Up and
 * Down, Home and End move it. Takes the height that its container has left, and scrolls inside.
 */
export function Table<Row>(props: TableProps<Row>) {
  const scale = useTextScale();
  const { label, columns, rows, rowKey, rowData, selectedKey, onSelect, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState(props.initialSort);
  const sorted = useSorted(rows, columns, sort, props);
  const heightAt = heightsOf(sorted, scale, props.rowHeight);
  const [active, setActive] = useState(0);
  const focusable = Math.min(active, sorted.length - 1);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightAt,
    getItemKey: useItemKey(sorted, rowKey, scale),
    overscan: 8,
    scrollMargin: HEAD_HEIGHT * scale,
    scrollPaddingStart: HEAD_HEIGHT * scale,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), focusable),
  });
  const inSight = virtualizer.getVirtualItems();
  const keys = useRowKeys(inSight, focusable);
  const { shown, tracks } = shownColumns(columns, useWidth(scroller) / scale);

  const show = (index: number): void => {
    setActive(index);
    virtualizer.scrollToIndex(index);
  };
  useSelection(selectedKey, sorted, rowKey, show);
  const moveTo = (index: number): void => {
    const target = Math.max(0, Math.min(sorted.length - 1, index));
    const row = sorted[target];
    if (row === undefined) return;
    show(target);
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
            const target = keyTarget(event.key, active, sorted.length, rowsOfPage(scroller.current, heightAt(active)));
            if (target === undefined) return;
            event.preventDefault();
            moveTo(target);
          }}
        >
          {inSight.map(({ index, start }) => {
            const row = sorted[index];
            if (row === undefined) return null;
            return (
              <TableRow
                key={keys.get(index)}
                row={row}
                index={index}
                columns={shown}
                tracks={tracks}
                start={start - HEAD_HEIGHT * scale}
                height={heightAt(index)}
                focusable={index === focusable}
                selected={selectedKey === rowKey(row)}
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

/** @param width of the table for text of usual size, 0 while it is not known */
function shownColumns<Row>(columns: readonly Column<Row>[], width: number) {
  const shown = columns.filter(({ showFrom = 0 }) => width === 0 || width >= showFrom);
  return { shown, tracks: shown.map((column) => column.width).join(' ') };
}

/** Another function whenever rows or the size of text change, which tells that heights may have changed too. */
function useItemKey<Row>(rows: readonly Row[], rowKey: (row: Row) => string | number, scale: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    [rows, rowKey, scale],
  );
}

/** How high a row is. @param scale of text */
function heightsOf<Row>(rows: readonly Row[], scale: number, rowHeight: TableProps<Row>['rowHeight']) {
  const height = rowHeight ?? heightFor(scale * rows.length);
  return (index: number) => scale * heightOf(rows[index], height);
}

/** @param rows as many as there are, times the scale of text */
function heightFor(rows: number): number {
  return Math.max(LOWEST_ROW, Math.min(ROW_HEIGHT, Math.floor(MOST_PIXELS / rows)));
}

function heightOf<Row>(row: Row | undefined, height: number | ((row: Row) => number)): number {
  if (typeof height === 'number') return height;
  return row === undefined ? ROW_HEIGHT : height(row);
}

/** Brings the selected row into view, also where something else than the table selected it. */
function useSelection<Row>(
  selected: string | number | undefined,
  rows: readonly Row[],
  rowKey: (row: Row) => string | number,
  show: (index: number) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change must not scroll the table
  useEffect(() => {
    const index = selected === undefined ? -1 : rows.findIndex((row) => rowKey(row) === selected);
    if (index >= 0) show(index);
  }, [selected]);
}

function useSorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: SortOrder | undefined,
  { rowsBelow: below, first }: Pick<TableProps<Row>, 'rowsBelow' | 'first'>,
) {
  const value = columns.find((column) => column.id === sort?.column)?.sortBy;
  const descending = sort?.descending ?? false;
  return useMemo(() => {
    const inOrder = value ? sortRows(rows, value, descending) : rows;
    const sorted = first ? firstOnes(inOrder, first) : inOrder;
    return below ? sorted.flatMap((row) => [row, ...below(row)]) : sorted;
  }, [rows, value, descending, below, first]);
}

function firstOnes<Row>(rows: readonly Row[], isFirst: (row: Row) => boolean): readonly Row[] {
  const first = rows.filter(isFirst);
  return first.length === 0 ? rows : [...first, ...rows.filter((row) => !isFirst(row))];
}

/** The row that takes the focus stays, wherever the table is scrolled to. */
function withIndex(indices: number[], index: number): number[] {
  return index < 0 || indices.includes(index) ? indices : [...indices, index].sort((a, b) => a - b);
}

function rowsOfPage(scroller: HTMLElement | null, height: number): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height) - 1);
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
