import { lineBytes } from '../../core/scan/header-reader.ts';
import { headerOfRecords, type RecordField, type RecordFormat } from '../../core/scan/records/record-format.ts';
import { TimestampRecogniser } from '../../core/scan/timestamp-formats.ts';
import { decodeUtf8 } from '../decode.ts';
import { parseRows } from './csv.ts';
import type { DetectFormat, FormatCandidate, MinedColumns } from './format-candidate.ts';
import { chooseFields, sessionOf } from './table-fields.ts';
import { timeFormatOf } from './time-format.ts';

const DELIMITERS: readonly { readonly delimiter: string; readonly name: string }[] = [
  { delimiter: ',', name: 'CSV' },
  { delimiter: '\t', name: 'TSV' },
  { delimiter: ';', name: 'CSV with semicolons' },
  { delimiter: '|', name: 'CSV with bars' },
];
const SAMPLE_ROWS = 500;
const LONGEST_NAME = 64;
const LEAST_ROWS = 2;
/** Without names, prose with commas could look like a table. */
const LEAST_NAMELESS_CELLS = 4;
const NAMELESS_SHARE = 0.98;
const LOGPARSER = ['LineId', 'EventId', 'EventTemplate'];

/** Text in columns, set apart by `,`, tab, `;` or `|`. */
export const detectCsv: DetectFormat = ({ head, isWhole, columns }) => {
  const text = decodeUtf8(head);
  const complete = (isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1)).replaceAll('\r\n', '\n');
  let best: FormatCandidate | undefined;
  let most = 0;
  for (const { delimiter, name } of DELIMITERS) {
    const firstLine = complete.slice(0, complete.indexOf('\n'));
    if (!firstLine.includes(delimiter)) continue;
    const rows = parseRows(complete, delimiter, '\n', SAMPLE_ROWS).filter((row) => row.length > 1 || row[0] !== '');
    const table = tableOf(rows, delimiter);
    const score = table === undefined ? 0 : table.share * table.width;
    if (table === undefined || score <= most) continue;
    most = score;
    const { fields, timeFormat } = chooseFields(table, columns);
    const records: RecordFormat = { syntax: { kind: 'csv', delimiter, hasNames: table.hasNames }, fields };
    const isLogparser = LOGPARSER.filter((known) => table.names.includes(known)).length > 1;
    best = {
      name: isLogparser ? 'Structured CSV of logparser' : name,
      header: headerOfRecords(records, timeFormat),
      records,
      share: table.share,
      columnNames: table.names,
      mined: isLogparser ? minedColumns(table.names, fields) : undefined,
      session: sessionOf(fields, columns),
    };
  }
  return best;
};

/** The same table with its templates left alone: its contents are mined anew. */
export const detectMinedAnew: DetectFormat = (sample) => {
  const found = detectCsv(sample);
  return found?.mined && { ...found, name: `${found.name}, mined anew`, mined: undefined };
};

/** None where a person chose another message, or there is none but the template. */
function minedColumns(names: readonly string[], fields: readonly RecordField[]): MinedColumns | undefined {
  const contents = fields.flatMap(({ role, name }) => (role === 'content' ? [name] : []));
  const [eventId, eventTemplate] = [names.indexOf('EventId'), names.indexOf('EventTemplate')];
  return eventId >= 0 && eventTemplate >= 0 && contents.join() === 'Content' ? { eventId, eventTemplate } : undefined;
}

interface SampledTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly hasNames: boolean;
  readonly share: number;
  readonly width: number;
}

function tableOf(all: readonly (readonly string[])[], delimiter: string): SampledTable | undefined {
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  const hasNames = areNames(first, others);
  const rows = hasNames ? others : all;
  const width = hasNames ? first.length : commonLength(rows);
  const share = rows.filter((row) => row.length === width).length / rows.length;
  const isTable = hasNames
    ? width > 1 && rows.length > 0
    : delimiter !== '|' &&
      width >= LEAST_NAMELESS_CELLS &&
      rows.length >= LEAST_ROWS &&
      share >= NAMELESS_SHARE &&
      startsWithCells(rows) &&
      !startsWithHeader(rows);
  return isTable ? { names: uniqueNames(hasNames ? first : [], width), rows, hasNames, share, width } : undefined;
}

/** Short words that are no times and no numbers, above rows of which some are. */
function areNames(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const recogniser = new TimestampRecogniser();
  const named = first.filter((cell) => cell !== '');
  if (named.length < 2 || named.length < first.length / 2) return false;
  const isName = (cell: string) =>
    cell.length <= LONGEST_NAME && /^[\p{L}_@#$"]/u.test(cell) && cell.split(/\s+/).length <= 4;
  if (!named.every(isName) || timeFormatOf(named, recogniser) !== undefined) return false;
  const longer = rows.filter((row) => row.length === first.length);
  if (longer.length < rows.length / 2 || longer.length === 0) return false;
  // What names a column does not stand in it.
  const repeated = first.filter((name, column) => longer.some((row) => row[column] === name)).length;
  return repeated <= first.length / 4;
}

/** Cells of a table do not begin with a space as words behind a comma do. */
function startsWithCells(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flatMap((row) => row.slice(1));
  return cells.filter((cell) => cell.startsWith(' ')).length < cells.length / 4;
}

/** Of `Mar  5 10:00:00 fw filterlog[7]: 5,,match` the first cell is a header of text with what follows it. */
function startsWithHeader(rows: readonly (readonly string[])[]): boolean {
  const recogniser = new TimestampRecogniser();
  const headed = rows.filter(([cell = '']) => {
    const bytes = lineBytes(cell.trim());
    const time = recogniser.at(bytes, 0, bytes.length - 1);
    return time !== undefined && time.end < bytes.length - 1;
  });
  return headed.length > rows.length / 2;
}

function commonLength(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

/** Columns are known by their places; names are for people, who need them to differ. */
function uniqueNames(given: readonly string[], width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const name =
      (given[column] ?? '')
        .replace(/^\uFEFF/, '')
        .trim()
        .slice(0, LONGEST_NAME) || `column ${column + 1}`;
    let unique = name;
    for (let count = 2; used.has(unique); count++) unique = `${name} ${count}`;
    used.add(unique);
    return unique;
  });
}
