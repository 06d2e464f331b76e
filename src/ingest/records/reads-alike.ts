import { headerReader, lineBytes } from '../../core/scan/header-reader.ts';
import type { RecordField } from '../../core/scan/records/record-format.ts';
import { decodeUtf8 } from '../decode.ts';
import type { FormatSample, LogFormat } from './format-candidate.ts';
import { sampleRecords } from './sample-records.ts';

/** Part of the lines that have a format, where it is the file's. */
const LEAST_SHARE = 0.8;
/** So many lines show by themselves that it is the file's. */
const CLEAR_SHARE = 0.95;
/** What another format may lack of what the file's own one reads. */
const MOST_LACKING = 0.1;

/** What a format makes of sampled lines. */
interface Reading {
  readonly lines: number;
  readonly headed: number;
  readonly dated: number;
  readonly levelled: number;
  readonly contents: readonly string[];
}

/** Whether a format says anything about lines: `NO_HEADER` reads all of them, and tells nothing. */
export function isStructured({ header, records }: LogFormat): boolean {
  return records !== undefined || header.columns.length > 0;
}

/** Part of a file's sampled lines that have the header of a format, in [0, 1]. */
export function headedShare(format: LogFormat, sample: FormatSample): number {
  const { lines, headed } = read(format, sample);
  return lines === 0 ? 0 : headed / lines;
}

/** Whether the lines of a file have a format of lines so clearly that its own need not be found. */
export function isClearly(format: LogFormat, sample: FormatSample): boolean {
  if (format.records !== undefined) return false;
  const { lines, dated, levelled } = read(format, sample);
  return lines > 0 && Math.min(dated, levelled) >= CLEAR_SHARE * lines;
}

/**
 * Whether a file is read by a format that was found for several as well as by its own one: it loses no header, no time, no
 * level and no message.
 */
export function readsAlike(format: LogFormat, own: LogFormat, sample: FormatSample): boolean {
  if (!isStructured(own)) return !isStructured(format) || headedShare(format, sample) >= LEAST_SHARE;
  if (!isStructured(format)) return false;
  if (kindOf(own) !== kindOf(format)) return false;
  const reading = read(format, sample);
  const ownReading = read(own, sample);
  const keeps = (count: number, ownCount: number) => count >= (1 - MOST_LACKING) * ownCount;
  if (!keeps(reading.headed, ownReading.headed) || !keeps(reading.dated, ownReading.dated)) return false;
  if (!keeps(reading.levelled, ownReading.levelled)) return false;
  return own.records === undefined || isSameTable(format, own) || saysTheSame(format, own, reading, ownReading);
}

function kindOf({ records }: LogFormat): string | undefined {
  return records?.syntax.kind;
}

/** Tables with the same names; one without names goes on where one with as many columns ended. */
function isSameTable(format: LogFormat, own: LogFormat): boolean {
  const a = format.records?.syntax;
  const b = own.records?.syntax;
  if (a?.kind !== 'csv' || b?.kind !== 'csv' || a.delimiter !== b.delimiter) return false;
  const names = format.columnNames ?? [];
  const ownNames = own.columnNames ?? [];
  if (names.length !== ownNames.length) return false;
  return !b.hasNames || names.every((name, column) => name === ownNames[column]);
}

/** The same messages; where records have none, most of what names the event. */
function saysTheSame(format: LogFormat, own: LogFormat, reading: Reading, ownReading: Reading): boolean {
  const fields = contentsOf(format).map(({ name }) => name);
  const ownFields = contentsOf(own);
  if (!ownFields.some(({ as }) => as === 'text')) {
    return 2 * ownFields.filter(({ name }) => fields.includes(name)).length >= ownFields.length;
  }
  const known = new Set(ownReading.contents);
  return reading.contents.filter((content) => known.has(content)).length >= LEAST_SHARE * ownReading.contents.length;
}

function contentsOf({ records }: LogFormat): readonly RecordField[] {
  return records?.fields.filter(({ role }) => role === 'content') ?? [];
}

function read({ header, records }: LogFormat, sample: FormatSample): Reading {
  const lines = sampleRecords(records, sample);
  const raw = new Set(records === undefined ? [] : rawLines(sample));
  const reader = headerReader(header);
  const contents: string[] = [];
  let headed = 0;
  let dated = 0;
  let levelled = 0;
  for (const line of lines) {
    const isHeaded = reader.read(lineBytes(line), 0);
    contents.push(line.slice(reader.content));
    // What is no record stands as it is.
    if (!isHeaded || raw.has(line)) continue;
    headed++;
    if (!Number.isNaN(reader.time[0])) dated++;
    if (reader.severity > 0) levelled++;
  }
  return { lines: lines.length, headed, dated, levelled, contents };
}

function rawLines({ lines, head }: FormatSample): readonly string[] {
  return [...lines, ...decodeUtf8(head).split(/\r?\n/)];
}
