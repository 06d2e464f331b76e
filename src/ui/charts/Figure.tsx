import { type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { Card } from '../widgets/Card.tsx';
import { Menu } from '../widgets/Menu.tsx';
import { ChartBoundary } from './ChartBoundary.tsx';
import { chartPng, chartSvg } from './chart-image.ts';
import { DataTable } from './DataTable.tsx';
import styles from './Figure.module.css';
import type { FigureTable } from './figure-table.ts';
import { Legend, type LegendEntry } from './Legend.tsx';
import { useTurn } from './use-turn.ts';

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
  /** The SVG file of what is drawn, where that is no single SVG on the page. */
  readonly drawing?: (figure: HTMLElement) => string | undefined;
  /** Under the drawing area, such as controls. */
  readonly below?: ReactNode;
  /** The chart; it may suspend while its code loads. */
  readonly children: ReactNode;
}

/** A chart on a card of its own, which can be read as a table of the same numbers and saved as a picture or as data. */
export function Figure({ name, aside, legend, table, empty, height, drawing, below, children }: FigureProps) {
  const [asTable, setAsTable] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const body = useId();
  const controls = empty === undefined && (
    <>
      <Button
        variant="quiet"
        aria-label="Show as table"
        aria-pressed={asTable}
        aria-controls={body}
        onClick={() => setAsTable(!asTable)}
      >
        Table
      </Button>
      <SaveMenu
        name={name}
        table={table}
        asTable={asTable}
        svgOf={() => figure.current && (drawing?.(figure.current) ?? chartSvg(figure.current, name))}
      />
    </>
  );
  return (
    <figure ref={figure} aria-label={name} className={styles.figure}>
      <Card
        title={name}
        aside={
          <div className={styles.aside}>
            {aside}
            {controls}
          </div>
        }
      >
        {legend && empty === undefined && <Legend entries={legend} />}
        <div id={body} className={styles.body} style={{ height: `${height / 16}rem` }}>
          {empty !== undefined && <p className={styles.empty}>{empty}</p>}
          {empty === undefined && asTable && <DataTable name={name} table={table} />}
          {empty === undefined && !asTable && (
            <ChartBoundary fallback={<DataTable name={name} table={table} />}>
              <InTurn>{children}</InTurn>
            </ChartBoundary>
          )}
        </div>
        {below}
      </Card>
    </figure>
  );
}

/** The chart once its turn has come; its place until then. */
function InTurn({ children }: { readonly children: ReactNode }) {
  const skeleton = <div aria-busy className={styles.skeleton} />;
  return useTurn() ? <Suspense fallback={skeleton}>{children}</Suspense> : skeleton;
}

interface SaveMenuProps {
  readonly name: string;
  readonly table: FigureTable;
  readonly asTable: boolean;
  /** Nothing while nothing is drawn. */
  readonly svgOf: () => string | null | undefined;
}

/** Pictures are of what is drawn, so there are none while the table is shown. */
function SaveMenu({ name, table, asTable, svgOf }: SaveMenuProps) {
  const { saveFile, saveTable } = useCommands();
  const file = name.toLowerCase().replaceAll(' ', '-');
  const image = (as: (svg: string) => Promise<Uint8Array<ArrayBuffer>>, ending: string) => () => {
    const svg = svgOf();
    if (svg) saveFile(`${file}.${ending}`, as(svg));
  };
  const pictures = [
    { text: 'PNG picture', run: image(chartPng, 'png') },
    { text: 'SVG picture', run: image(async (svg) => new TextEncoder().encode(svg), 'svg') },
  ];
  const titles = table.columns.map((column) => column.title);
  const data = { text: 'CSV data', run: () => saveTable(`${file}.csv`, { titles, rows: table.rows }) };
  return <Menu text="Save" name={`Save ${name}`} actions={asTable ? [data] : [...pictures, data]} />;
}
