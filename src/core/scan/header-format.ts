/**
 * What a column of the header holds. `process-id` is the bracketed number at the end of the component before it
 * (`sshd[24200]:` is the component `sshd` with the process id 24200); the others are columns of their own.
 */
export type ColumnKind = 'time' | 'level' | 'integer' | 'dash' | 'bracket' | 'component' | 'process-id' | 'word';

export interface HeaderColumn {
  /** Unique in its header: `time`, `pid`, `level`, `component` and the like. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Format of a `time` column, as `compileTimestamp` reads it; empty for others. */
  readonly format: string;
}

/**
 * What stands before the content of a line, learnt from a sample. Plain data, stored in detector files.
 * The content begins behind the last column.
 */
export interface HeaderFormat {
  /** Columns are set apart by white space or by `|`. */
  readonly separator: 'space' | 'pipe';
  /** Empty where lines have no header: then all of a line is content. */
  readonly columns: readonly HeaderColumn[];
  /** Index of the column that dates the line; -1 where none does. */
  readonly timeColumn: number;
  /** Index of the column with the level; -1 where there is none. */
  readonly levelColumn: number;
  /** Index of the column that a line must have, or it has no header; where it is left out, the one with the time or else the level. */
  readonly requiredColumn?: number | undefined;
  /** Some words that vary in number and then a lone `-` stand between the last column and the content. */
  readonly dashBeforeContent: boolean;
  /** Part of the sampled lines that the header matches, in [0, 1]. */
  readonly share: number;
  /** Which lines continue the record of the line before them; none where it is left out. */
  readonly joins?: JoinedLines | undefined;
}

/**
 * Lines that belong to the record before them and are not mined:
 *
 * - `indented`: those without the header that begin with white space or a closing bracket;
 * - `headerless`: all without the header, as in logs with stack traces;
 * - `marked`: those that a record reader marked (`JOINED_MARK`).
 */
export type JoinedLines = 'indented' | 'headerless' | 'marked';

export const NO_HEADER: HeaderFormat = {
  separator: 'space',
  columns: [],
  timeColumn: -1,
  levelColumn: -1,
  dashBeforeContent: false,
  share: 1,
};

/** In one line, for people: `<date> <time> <pid> <level> <component>: <content>`. */
export function describeHeader(header: HeaderFormat): string {
  const texts = header.columns.flatMap((column, index) => describeColumn(column, header.columns[index + 1]));
  if (header.dashBeforeContent) texts.push('... -');
  return [...texts, '<content>'].join(header.separator === 'pipe' ? '|' : ' ');
}

function describeColumn(column: HeaderColumn, next: HeaderColumn | undefined): string[] {
  switch (column.kind) {
    case 'time':
      return [describeTime(column)];
    case 'dash':
      return ['-'];
    case 'bracket':
      return [`[<${column.name}>]`];
    case 'component':
      return [next?.kind === 'process-id' ? `<${column.name}>[<${next.name}>]:` : `<${column.name}>:`];
    case 'process-id':
      return [];
    default:
      return [`<${column.name}>`];
  }
}

function describeTime({ name, format }: HeaderColumn): string {
  const isTwo = /D.* .*s/.test(format) && name.includes('time');
  return isTwo ? `<${name.replace('time', 'date')}> <${name}>` : `<${name}>`;
}
