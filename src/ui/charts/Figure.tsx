import { type ReactNode, Suspense, useId, useState } from 'react';
import { Button } from '../widgets/Button.tsx';
import { Card } from '../widgets/Card.tsx';
import { ChartBoundary } from './ChartBoundary.tsx';
import styles from './Figure.module.css';
import { Legend, type LegendEntry } from './Legend.tsx';

/** The data of a chart as text, one row a mark. */
export interface FigureTable {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly string[])[];
}

interface FigureColumn {
  readonly title: string;
  /** `number` aligns right. */
  readonly kind: 'text' | 'number';
}

interface FigureProps {
  /** Title and accessible name. */
  readonly name: string;
  /** Beside the title, such as a switch. */
  readonly aside?: ReactNode;
  readonly legend?: readonly LegendEntry[];
  readonly table: FigureTable;
  /** Why there is nothing to draw, if so. */
  readonly empty?: string | undefined;
  /** Of the drawing area, in CSS pixels. */
  readonly height: number;
  /** Under the drawing area, such as controls. */
  readonly below?: ReactNode;
  /** The chart; it may suspend while its code loads. */
  readonly children: ReactNode;
}

/** A chart on a card of its own, which can be read as a table of the same numbers. */
export function Figure({ name, aside, legend, table, empty, height, below, children }: FigureProps) {
  const [asTable, setAsTable] = useState(false);
  const body = useId();
  const toggle = (
    <Button
      variant="quiet"
      aria-label="Show as table"
      aria-pressed={asTable}
      aria-controls={body}
      onClick={() => setAsTable(!asTable)}
    >
      Table
    </Button>
  );
  return (
    <figure aria-label={name} className={styles.figure}>
      <Card
        title={name}
        aside={
          <div className={styles.aside}>
            {aside}
            {empty === undefined && toggle}
          </div>
        }
      >
        {legend && empty === undefined && <Legend entries={legend} />}
        <div id={body} className={styles.body} style={{ height }}>
          {empty !== undefined && <p className={styles.empty}>{empty}</p>}
          {empty === undefined && asTable && <DataTable name={name} table={table} />}
          {empty === undefined && !asTable && (
            <ChartBoundary fallback={<DataTable name={name} table={table} />}>
              <Suspense fallback={<div className={styles.skeleton} />}>{children}</Suspense>
            </ChartBoundary>
          )}
        </div>
        {below}
      </Card>
    </figure>
  );
}

function DataTable({ name, table }: { readonly name: string; readonly table: FigureTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={`${name}, data`}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" className={styles[column.kind]}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and are replaced as a whole
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={table.columns[at]?.title} dir="auto" className={styles[table.columns[at]?.kind ?? 'text']}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
