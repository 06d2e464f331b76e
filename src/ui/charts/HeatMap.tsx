import { type KeyboardEvent, useRef, useState } from 'react';
import { useTextScale } from '../text-scale.ts';
import { useWidth } from '../widgets/use-width.ts';
import styles from './HeatMap.module.css';
import { type HeatMapCell, nextCell } from './heat-map-keys.ts';

/** A row or a column. */
export interface HeatMapAxis {
  /** Such as an id. */
  readonly short: string;
  readonly text: string;
}

interface HeatMapProps<Cell extends HeatMapCell> {
  readonly name: string;
  readonly rows: readonly HeatMapAxis[];
  readonly columns: readonly HeatMapAxis[];
  /** Only these are drawn, row by row. */
  readonly cells: readonly Cell[];
  readonly rowHeight: number;
  /** One sentence. */
  readonly sentenceOf: (cell: Cell) => string;
}

const HEAD = 20;
const SHORT = 26;
const CHARACTER = 6.4;
const LABEL_SHARE = 0.38;
/** Of the palest cell: it must be seen to be there. */
const PALEST = 0.12;

/** Cells by two axes, darker for a larger share. Arrow keys go from cell to cell; recharts has no such chart. */
export function HeatMap<Cell extends HeatMapCell>(props: HeatMapProps<Cell>) {
  const { name, rows, columns, cells, sentenceOf } = props;
  const scale = useTextScale();
  const rowHeight = props.rowHeight * scale;
  const head = HEAD * scale;
  const shortWidth = SHORT * scale;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [at, setAt] = useState<Cell>();
  const left = Math.round(width * LABEL_SHARE);
  const cellWidth = Math.max(0, width - left) / columns.length;
  const columnStep = Math.ceil((22 * scale) / Math.max(1, cellWidth));
  const move = (event: KeyboardEvent) => {
    const next = nextCell(cells, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <div ref={box} className={styles.box}>
      <svg
        role="application"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go through its cells
        tabIndex={0}
        className={styles.map}
        width={width}
        height={head + rows.length * rowHeight}
        onKeyDown={move}
        onFocus={() => setAt((now) => now ?? cells[0])}
        onPointerLeave={() => setAt(undefined)}
      >
        {columns.map(({ short }, column) =>
          column % columnStep === 0 || column === columns.length - 1 ? (
            <text
              key={short}
              x={Math.min(left + (column + 0.5) * cellWidth, width - 12 * scale)}
              y={12 * scale}
              className={styles.column}
            >
              {short}
            </text>
          ) : null,
        )}
        {rows.map(({ short, text }, row) => (
          <g key={short} transform={`translate(0 ${head + row * rowHeight})`}>
            <text x={shortWidth - 6} y={rowHeight - 5 * scale} className={styles.short}>
              {short}
            </text>
            <text x={shortWidth} y={rowHeight - 5 * scale} className={styles.row}>
              {cut(text, (left - shortWidth - 8) / (CHARACTER * scale))}
            </text>
            <line x1={left} x2={width} y1={rowHeight} y2={rowHeight} className={styles.rule} />
          </g>
        ))}
        {cells.map((cell) => (
          <rect
            key={`${cell.row} ${cell.column}`}
            x={left + cell.column * cellWidth}
            y={head + cell.row * rowHeight}
            width={cellWidth}
            height={rowHeight}
            fillOpacity={PALEST + (1 - PALEST) * cell.share}
            className={cell === at ? styles.chosen : styles.cell}
            onPointerEnter={() => setAt(cell)}
          />
        ))}
      </svg>
      <p role="status" className={styles.said} dir="auto">
        {at ? sentenceOf(at) : 'Darker: a larger share of what followed. Point at a cell, or use the arrow keys.'}
      </p>
    </div>
  );
}

function cut(text: string, characters: number): string {
  const most = Math.max(1, Math.floor(characters));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
