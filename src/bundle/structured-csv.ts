import Papa from 'papaparse';

/** A line of a log as logparser's `*_structured.csv` has it. */
export interface StructuredLine {
  /** From 1. */
  readonly line: number;
  /** In ms since 1970, NaN where there is none. */
  readonly time: number;
  readonly level: string;
  readonly content: string;
  readonly key: number;
  readonly template: string;
  readonly parameters: readonly string[];
  /** What a person calls the template; missing where no template has a name. */
  readonly name?: string | undefined;
}

const COLUMNS = ['LineId', 'Time', 'Level', 'Content', 'EventId', 'EventTemplate', 'ParameterList'];

/** @param hasNames whether any template has a name */
export function structuredHeader(hasNames: boolean): string {
  return rowsOf([hasNames ? [...COLUMNS, 'EventName'] : COLUMNS]);
}

/**
 * Rows for scripts, texts as they stand in the log: a spreadsheet may run some as formulas. `ParameterList` is a JSON array, which
 * Python's `literal_eval` reads too.
 */
export function structuredRows(lines: readonly StructuredLine[]): string {
  return rowsOf(
    lines.map(({ line, time, level, content, key, template, parameters, name }) => [
      line,
      Number.isNaN(time) ? '' : new Date(time).toISOString(),
      level,
      content,
      key,
      template,
      JSON.stringify(parameters),
      ...(name === undefined ? [] : [name]),
    ]),
  );
}

function rowsOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => [...row]),
        { quotes: true, newline: '\n' },
      )}\n`;
}
