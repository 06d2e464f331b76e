import { countBelow } from '../../core/base/count-below.ts';

/** Which lines are shown, in order. Rows count from 0, lines from 1. */
export interface RowMap {
  readonly count: number;
  /** The line in a row, or of the nearest row; 0 where there are no rows. */
  lineAt(row: number): number;
  /** The row of a line, or of the nearest one. */
  rowOf(line: number): number;
}

export function allLines(count: number): RowMap {
  const rowOf = (line: number) => Math.max(0, Math.min(count, line) - 1);
  return { count, lineAt: (row) => (count === 0 ? 0 : rowOf(row + 1) + 1), rowOf };
}

/** @param lines ascending */
export function someLines(lines: Int32Array): RowMap {
  const last = Math.max(0, lines.length - 1);
  return {
    count: lines.length,
    lineAt: (row) => lines[Math.max(0, Math.min(last, row))] ?? 0,
    rowOf: (line) => {
      const behind = countBelow(lines, line);
      const after = lines[behind];
      const before = lines[behind - 1];
      if (after === undefined) return last;
      return before === undefined || after - line <= line - before ? behind : behind - 1;
    },
  };
}

export function includesLine(lines: Int32Array, line: number): boolean {
  return lines[countBelow(lines, line)] === line;
}
