import type { Column } from './column.ts';
import type { SortOrder } from './sorting.ts';
import styles from './Table.module.css';

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly tracks: string;
  readonly sort: SortOrder | undefined;
  readonly onSort: (sort: SortOrder) => void;
}

export function TableHead<Row>({ columns, tracks, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={ariaSort(column.id, sort)}
            className={column.align === 'end' ? styles.end : styles.cell}
          >
            {column.sortBy ? (
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSort({ column: column.id, descending: nextDirection(column, sort) })}
              >
                {column.title}
                {sort?.column === column.id && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
              </button>
            ) : (
              column.title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ariaSort(column: string, sort: SortOrder | undefined): 'ascending' | 'descending' | undefined {
  if (sort?.column !== column) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

/** Numbers are first wanted from the largest, text from A. */
function nextDirection<Row>(column: Column<Row>, sort: SortOrder | undefined): boolean {
  return sort?.column === column.id ? !sort.descending : column.align === 'end';
}
