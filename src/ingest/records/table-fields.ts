import { lineBytes } from '../../core/scan/header-reader.ts';
import type { RecordField } from '../../core/scan/records/record-format.ts';
import { levelTable } from '../../core/scan/severity.ts';
import { TimestampRecogniser } from '../../core/scan/timestamp-formats.ts';
import type { ColumnChoice } from './format-candidate.ts';
import { timeFormatOf, worthOfFormat } from './time-format.ts';

/** Sampled rows of a table. */
export interface Table {
  /** Unique, none empty. */
  readonly names: readonly string[];
  /** A missing cell is empty or a lone dash. */
  readonly rows: readonly (readonly string[])[];
}

export interface TableFields {
  readonly fields: readonly RecordField[];
  /** Empty where the table has no time. */
  readonly timeFormat: string;
}

const TIMED_ROWS = 100;
const LEAST_SHARE = 0.9;
const NAMED_LEVEL_SHARE = 0.5;
/** Date and time of day may have cells of their own, the month too. */
const MOST_TIME_CELLS = 3;
const MOST_COLUMNS = 12;
const MOST_PAIRS = 12;
const LONGEST_COLUMN = 64;
/** Values that come again name kinds of events. */
const MOST_KINDS = 20;
const MOST_KINDS_SHARE = 0.1;
const PROSE_WORDS = 2;

const TIME_NAME = /time|date|stamp|^ts$|created|when/i;
const LEVEL_NAME = /level|severity|priority|^lvl$|^type$/i;
/** The likeliest first. */
const MESSAGE_NAMES = [
  /^(?:content|message|msg|log_?message)$/i,
  /^eventtemplate$/i,
  /^(?:text|body|log|event_?message)$/i,
  /message|^description$|^details?$/i,
];
const METHOD_NAME = /^(?:cs-method|method|verb|(?:http|request)_?method)$/i;
const PATH_NAME = /^(?:cs-uri-stem|uri|url|path|request|(?:request|http)_?(?:uri|path|url))$/i;
const STATUS_NAME = /^(?:sc-status|status|(?:http_?)?status_?code|(?:http|response)_?(?:status|code))$/i;
const ID_NAME =
  /id$|^id|ip$|addr|user|host|client|session|thread|pid|node|source|src|dst|component|logger|process|service/i;
/** What logparser adds to a log. */
const DERIVED_NAME = /^(?:LineId|EventId|EventTemplate|EventName|ParameterList)$/;

/**
 * Finds what the columns of a table mean, by their names and by what they hold.
 *
 * @param chosen columns that are named overrule what would be found
 * @param pathOf where a reader finds a column
 */
export function chooseFields(
  table: Table,
  chosen: ColumnChoice = {},
  pathOf: (column: number) => RecordField['path'] = (column) => [column],
): TableFields {
  const columns = table.names.map((_, column) => cellsOf(table, column));
  const message = table.names.indexOf(chosen.message ?? '');
  const named = table.names.indexOf(chosen.session ?? '');
  const session = named === message ? -1 : named;
  const known = table.names.indexOf(chosen.level ?? '');
  const time = timeOf(table, chosen.time, [message, session, known]);
  const taken = new Set([...time.cells, message, session]);
  const level = known >= 0 && !taken.has(known) ? known : levelOf(table, columns, taken);
  if (level >= 0) taken.add(level);
  const contents = contentsOf(table, columns, taken, message);
  for (const { column } of contents) taken.add(column);
  const field = (role: RecordField['role'], column: number, as: RecordField['as'] = 'text'): RecordField => ({
    role,
    name: table.names[column] ?? '',
    path: pathOf(column),
    as,
  });
  return {
    fields: [
      ...time.cells.map((column) => ({ ...field('time', column), ...(time.cells.length > 1 ? { name: 'time' } : {}) })),
      ...(level < 0 ? [] : [field('level', level)]),
      ...headerColumns(table, columns, taken, session).map((column) => field('column', column)),
      ...contents.map(({ column, as }) => field('content', column, as)),
    ],
    timeFormat: time.format,
  };
}

/** The header column that a person chose to name sessions. */
export function sessionOf(fields: readonly RecordField[], { session }: ColumnChoice = {}): string | undefined {
  return fields.find(({ role, name }) => role === 'column' && name === session)?.name;
}

function cellsOf({ rows }: Table, column: number): string[] {
  return rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '' && cell !== '-');
}

interface TimeCells {
  readonly cells: readonly number[];
  readonly format: string;
}

/** The neighbouring cells that make the time which says most. */
function timeOf(table: Table, chosen: string | undefined, others: readonly number[]): TimeCells {
  const recogniser = new TimestampRecogniser();
  let best: TimeCells = { cells: [], format: '' };
  let most = 0;
  for (const cells of runsOf(table, chosen, others)) {
    const time = timeFormatOf(textsOf(table, cells), recogniser);
    if (time === undefined || time.share < LEAST_SHARE) continue;
    const isNamed = TIME_NAME.test(table.names[cells[0] ?? -1] ?? '');
    const worth = worthOfFormat(time.format) + (isNamed ? 0.5 : 0) - cells.length / 10;
    if (worth <= most) continue;
    most = worth;
    best = { cells, format: time.format };
  }
  return best;
}

/** Neighbouring columns, with the chosen one and without those that were chosen for something else. */
function runsOf({ names }: Table, chosen: string | undefined, others: readonly number[]): number[][] {
  const runs = names.flatMap((_, first) =>
    Array.from({ length: MOST_TIME_CELLS }, (_, more) => Array.from({ length: more + 1 }, (_, index) => first + index)),
  );
  const isWithin = (run: readonly number[]) => run.every((column) => column < names.length && !others.includes(column));
  const known = chosen === undefined ? -1 : names.indexOf(chosen);
  return runs.filter((run) => isWithin(run) && (known < 0 || run.includes(known)));
}

function textsOf({ rows }: Table, cells: readonly number[]): string[] {
  const texts = rows.slice(0, TIMED_ROWS).map((row) => cells.map((cell) => (row[cell] ?? '').trim()).join(' '));
  return texts.filter((text) => text !== '' && text !== '-');
}

function levelOf({ names }: Table, columns: readonly string[][], taken: ReadonlySet<number>): number {
  let best = -1;
  let most = 0;
  columns.forEach((cells, column) => {
    if (taken.has(column) || cells.length === 0) return;
    const share = cells.filter(isLevel).length / cells.length;
    const isNamed = LEVEL_NAME.test(names[column] ?? '');
    if (share < (isNamed ? NAMED_LEVEL_SHARE : LEAST_SHARE) || share + (isNamed ? 1 : 0) <= most) return;
    most = share + (isNamed ? 1 : 0);
    best = column;
  });
  return best;
}

function isLevel(cell: string): boolean {
  return levelTable().levelEnd(lineBytes(cell), 0) === cell.length;
}

interface Content {
  readonly column: number;
  readonly as: RecordField['as'];
}

function contentsOf(
  table: Table,
  columns: readonly string[][],
  taken: ReadonlySet<number>,
  chosen: number,
): readonly Content[] {
  if (chosen >= 0) return [{ column: chosen, as: 'text' }];
  const free = table.names.flatMap((_, column) => (taken.has(column) || columns[column]?.length === 0 ? [] : [column]));
  const named = (name: RegExp) => free.find((column) => name.test(table.names[column] ?? ''));
  const path = named(PATH_NAME);
  const status = named(STATUS_NAME);
  const method = named(METHOD_NAME);
  if (path !== undefined && (status !== undefined || method !== undefined)) {
    return [
      ...(method === undefined ? [] : [{ column: method, as: 'text' as const }]),
      { column: path, as: 'request' },
      ...(status === undefined ? [] : [{ column: status, as: 'code' as const }]),
    ];
  }
  const message = MESSAGE_NAMES.map(named).find((column) => column !== undefined) ?? proseOf(columns, free);
  if (message !== undefined) return [{ column: message, as: 'text' }];
  return pairsOf(table, columns, free).map((column) => ({ column, as: 'pair' }));
}

/** The column with the most words. */
function proseOf(columns: readonly string[][], free: readonly number[]): number | undefined {
  const words = (column: number) => {
    const cells = columns[column] ?? [];
    return (
      cells.reduce((sum, cell) => sum + (isObject(cell) ? 0 : cell.split(/\s+/).length), 0) / Math.max(1, cells.length)
    );
  };
  const [best] = [...free].sort((a, b) => words(b) - words(a));
  return best !== undefined && words(best) >= PROSE_WORDS ? best : undefined;
}

/** A list or an object is nothing to read aloud. */
function isObject(cell: string): boolean {
  return cell.startsWith('{') || cell.startsWith('[');
}

/** Columns whose values come again and again; all where none does. */
function pairsOf({ names }: Table, columns: readonly string[][], free: readonly number[]): readonly number[] {
  const kinds = free.filter((column) => {
    const cells = columns[column] ?? [];
    const most = Math.max(MOST_KINDS, MOST_KINDS_SHARE * cells.length);
    return !ID_NAME.test(names[column] ?? '') && new Set(cells).size <= most;
  });
  return (kinds.length > 0 ? kinds : free).slice(0, MOST_PAIRS);
}

/** Columns that may name a session: short values, of which some come again. */
function headerColumns(
  { names }: Table,
  columns: readonly string[][],
  taken: ReadonlySet<number>,
  session: number,
): readonly number[] {
  const found = names.flatMap((name, column) => {
    const cells = columns[column] ?? [];
    const distinct = new Set(cells).size;
    if (taken.has(column) || DERIVED_NAME.test(name)) return [];
    if (distinct < 2 || cells.some(isObject)) return [];
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
    return length <= LONGEST_COLUMN && (distinct < cells.length || ID_NAME.test(name)) ? [column] : [];
  });
  const byName = [...found].sort((a, b) => Number(ID_NAME.test(names[b] ?? '')) - Number(ID_NAME.test(names[a] ?? '')));
  const kept = byName.slice(0, MOST_COLUMNS).sort((a, b) => a - b);
  return session >= 0 ? [session, ...kept] : kept;
}
