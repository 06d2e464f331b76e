import Papa from 'papaparse';

type Cell = string | number | boolean;

/**
 * CSV with every text quoted. A text that a spreadsheet would run as a formula gets a ' in front: log lines are written by
 * strangers (OWASP, CSV injection).
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const data = rows.map((row) => row.map(toCell));
  return `${Papa.unparse([header, ...data], { quotes: true, newline: '\n' })}\n`;
}

const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

function toCell(cell: Cell): Cell {
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : cell;
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
