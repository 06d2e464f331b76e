import { lineBytes } from '../../core/scan/header-reader.ts';
import { CEF_PLACES, CefRecord } from '../../core/scan/records/cef-record.ts';
import { headerOfRecords, type RecordField, type RecordFormat } from '../../core/scan/records/record-format.ts';
import type { DetectFormat } from './format-candidate.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { ties } from './record-columns.ts';
import { timeFormatOf, worthOfFormat } from './time-format.ts';

const LEAST_SHARE = 0.5;
/** Part of the records that have the time. */
const TIMED_SHARE = 0.9;
const TIMED_RECORDS = 200;
/** `Mar 05 2024 10:00:00 CET`. */
const MOST_TIME_WORDS = 5;
/** Keys of the time of the event, the likeliest first. */
const TIMES: readonly string[] = ['rt', 'devTime', 'end', 'start', 'deviceReceiptTime'];
const LEVELS: readonly string[] = ['sev', 'severity'];
/** Keys of what records have in common, the most telling first. */
const IDENTIFIERS: readonly RegExp[] = [
  /(?:session|request|transaction|trace|flow|conn(?:ection)?|external|correlation)_?id$/i,
  /^(?:suser|duser|suid|duid|usrName|accountName)$/,
  /^(?:src|dst|shost|dhost|sourceHostName|identSrc|srcMAC|smac)$/,
  /^(?:c[ns]\d|dvchost|dvc|deviceExternalId|spid|dpid|c6a\d)$/,
];
const MOST_COLUMNS = 8;
const COLUMN_SHARE = 0.1;

interface CefSample {
  /** By place or by key. */
  readonly values: Readonly<Record<string, string>>;
  readonly prefix: string;
  readonly isLeef: boolean;
}

/** Lines of ArcSight's CEF or IBM's LEEF, with or without what syslog writes before them. */
export const detectCef: DetectFormat = ({ lines }) => {
  const records = lines.flatMap((line) => recordOf(line) ?? []);
  const share = lines.length === 0 ? 0 : records.length / lines.length;
  if (share < LEAST_SHARE) return undefined;
  const leaves = leavesOf(records.map(({ values }) => values));
  const time = timeIn(leaves, records.length) ?? timeBefore(records);
  const fields: RecordField[] = [
    ...(time === undefined ? [] : [field('time', 'time', time.path)]),
    levelOf(leaves),
    ...columnsOf(leaves, records),
    field('content', 'name', CEF_PLACES.name),
    field('content', 'event', CEF_PLACES.event),
  ];
  const format: RecordFormat = {
    syntax: { kind: 'cef', timeWords: time?.words ?? 0 },
    fields,
  };
  const name = records.every(({ isLeef }) => isLeef) ? 'LEEF' : 'CEF';
  return { name, header: headerOfRecords(format, time?.format ?? ''), records: format, share };
};

function field(
  role: RecordField['role'],
  name: string,
  path: string | number,
  as: RecordField['as'] = 'text',
): RecordField {
  return { role, name, path: [path], as };
}

function recordOf(line: string): CefSample | undefined {
  const record = new CefRecord(0);
  if (!record.read(lineBytes(line), 0, line.length)) return undefined;
  const values = new Map<string, string>();
  for (const place of Object.values(CEF_PLACES)) {
    const start = record.places[2 * place] ?? -1;
    if (start >= 0) values.set(String(place), line.slice(start, record.places[2 * place + 1]));
  }
  record.eachPair((keyStart, keyEnd, start, end) => {
    const key = line.slice(keyStart, keyEnd);
    if (!values.has(key)) values.set(key, line.slice(start, end));
  });
  const prefix = line.slice(record.prefixStart, record.prefixEnd);
  return { values: Object.fromEntries(values), prefix, isLeef: record.isLeef };
}

interface CefTime {
  readonly path: string | number;
  readonly format: string;
  /** Of the time that stands before the header. */
  readonly words?: number;
}

/** What the device says has a year and often milliseconds, unlike syslog. */
function timeIn(leaves: readonly Leaf[], records: number): CefTime | undefined {
  for (const key of TIMES) {
    const leaf = leaves.find(({ name }) => name === key);
    if (leaf === undefined || leaf.values.length < TIMED_SHARE * records) continue;
    const time = timeFormatOf(leaf.values.slice(0, TIMED_RECORDS));
    if (time !== undefined && time.share >= TIMED_SHARE && worthOfFormat(time.format) > 1) {
      return { path: key, format: time.format };
    }
  }
  return undefined;
}

function timeBefore(records: readonly CefSample[]): Required<CefTime> | undefined {
  const prefixes = records.slice(0, TIMED_RECORDS).map(({ prefix }) => prefix.split(/\s+/));
  let best: Required<CefTime> | undefined;
  for (let words = 1; words <= MOST_TIME_WORDS; words++) {
    const time = timeFormatOf(prefixes.map((prefix) => prefix.slice(0, words).join(' ')));
    if (time === undefined || time.share < TIMED_SHARE) continue;
    if (best !== undefined && worthOfFormat(time.format) < worthOfFormat(best.format)) continue;
    best = { path: CEF_PLACES.time, format: time.format, words };
  }
  return best;
}

function levelOf(leaves: readonly Leaf[]): RecordField {
  const inHeader = leaves.some(({ name }) => name === String(CEF_PLACES.severity));
  const key = LEVELS.find((known) => leaves.some(({ name }) => name === known));
  return field('level', 'level', inHeader || key === undefined ? CEF_PLACES.severity : key, 'cef');
}

/** What may name sessions; what wrote the records where that is not always the same. */
function columnsOf(leaves: readonly Leaf[], records: readonly CefSample[]): RecordField[] {
  const found = leaves.flatMap((leaf) => {
    const place = IDENTIFIERS.findIndex((names) => names.test(leaf.name));
    const share = leaf.values.length / records.length;
    return place < 0 || share < COLUMN_SHARE || !ties(leaf) ? [] : [{ name: leaf.name, worth: share * 0.8 ** place }];
  });
  const columns = found.sort((a, b) => b.worth - a.worth).slice(0, MOST_COLUMNS);
  const products = new Set(records.map(({ values }) => values[CEF_PLACES.product]));
  return [
    ...(products.size > 1 ? [field('column', 'product', CEF_PLACES.product)] : []),
    ...columns.map(({ name }) => field('column', name, name)),
  ];
}
