import { ScrollArea } from '../widgets/ScrollArea.tsx';
import styles from './DataTable.module.css';
import { cellText, type FigureTable } from './figure-table.ts';

/** The numbers of a chart. */
export function DataTable({ name, table }: { readonly name: string; readonly table: FigureTable }) {
  const { columns, rows } = table;
  return (
    <ScrollArea name={`${name}, data`} className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={styles[column.kind]}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and are replaced as a whole
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={columns[at]?.title} dir="auto" className={styles[columns[at]?.kind ?? 'text']}>
                  {cellText(cell, columns[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
