import type { Column, RowData } from './column.ts';
import styles from './Table.module.css';

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly tracks: string;
  /** Pixels from the top of the body. */
  readonly start: number;
  readonly height: number;
  readonly focusable: boolean;
  readonly selected: boolean;
  readonly onFocus: (index: number) => void;
  readonly onActivate: ((index: number) => void) | undefined;
  readonly data: RowData | undefined;
}

export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, tracks, start, height, focusable, selected, onFocus, onActivate, data } = props;
  const className = [styles.row, styles.bodyRow, onActivate && styles.selectable, selected && styles.selected];
  return (
    <tr
      {...data}
      aria-rowindex={index + 2}
      aria-current={selected || undefined}
      data-index={index}
      tabIndex={focusable ? 0 : -1}
      className={className.filter(Boolean).join(' ')}
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${start}px)` }}
      onFocus={() => onFocus(index)}
      onClick={() => onActivate?.(index)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onActivate?.(index);
      }}
    >
      {columns.map((column) => (
        <td key={column.id} className={column.align === 'end' ? styles.end : styles.cell}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
