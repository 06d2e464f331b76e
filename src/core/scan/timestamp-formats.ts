import {
  CLASSES,
  CLOSE_BRACKET,
  classAt,
  DIGIT,
  DOT,
  LETTER,
  OPEN_BRACKET,
  SPACE,
  skipSpace,
} from './kernel/byte-classes.ts';
import { compileTimestamp, EPOCH_FORMATS, UPTIME } from './timestamp-program.ts';
import { TimestampReader } from './timestamp-reader.ts';

/** Seconds since 1970 from 2001 to 2033: other ten-digit numbers are no times. */
const EPOCH_FROM = 1_000_000_000_000;
const EPOCH_TO = 2_000_000_000_000;

/** Of nanoseconds since 1970; a longer number is no time. */
const MOST_DIGITS = 19;
/** `,` `:` `;` `]` `|` */
const COLUMN_ENDS: readonly number[] = [44, 58, 59, 93, 124];

/** Formats that are tried, longer ones before those that are their beginning. */
const KNOWN_FORMATS: readonly string[] = [
  ...combine(['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD'], [' ', 'T', '-', '_', ':'], ['hh:mm:ss', 'hh.mm.ss']),
  ...combine(['YYYYMMDD'], ['-', ' ', 'T'], ['hh:mm:ss', 'hhmmss']),
  'YYYYMMDDhhmmss',
  'MMDD hh:mm:ss',
  ...combine(['YYMMDD'], [' '], ['hhmmss', 'hh:mm:ss']),
  ...combine(['DD/Mon/YYYY', 'DD-Mon-YYYY', 'DD Mon YYYY'], [':', ' '], ['hh:mm:ss']),
  ...combine(['MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY', 'MM-DD-YYYY', 'DD-MM-YYYY'], [' ', 'T', '-'], ['hh:mm:ss']),
  // Of JavaScript's `toLocaleString`.
  ...combine(['YYYY-MM-DD', 'MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY'], [', '], ['hh:mm:ss']),
  ...combine(['DD-Mon-YYYY'], ['::'], ['hh:mm:ss']),
  'MM-DD|hh:mm:ss',
  ...combine(['YY/MM/DD', 'MM/DD/YY', 'DD/MM/YY', 'YY-MM-DD', 'DD.MM.YY', 'YY.MM.DD'], [' ', 'T'], ['hh:mm:ss']),
  ...combine(['MM-DD', 'MM/DD', 'DD.MM', 'DD/MM', 'DD-MM', 'MM.DD'], [' '], ['hh:mm:ss']),
  'Day Mon DD hh:mm:ss YYYY',
  'Day Mon DD YYYY hh:mm:ss',
  'Day, DD Mon YYYY hh:mm:ss',
  'Day DD Mon YYYY hh:mm:ss',
  'YYYY Mon DD hh:mm:ss',
  'Day Mon DD hh:mm:ss',
  'Mon DD hh:mm:ss YYYY',
  'Mon DD YYYY hh:mm:ss',
  'Mon DD, YYYY hh:mm:ss',
  'Mon DD, YYYY, hh:mm:ss',
  'Mon DD hh:mm:ss',
  ...EPOCH_FORMATS,
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'hh:mm:ss',
];

export interface RecognisedTimestamp {
  readonly format: string;
  readonly end: number;
}

/** Where a timestamp stands in a line. */
export interface TimestampPlace {
  readonly bytes: Uint8Array;
  readonly start: number;
}

/** Recognises timestamps of any known format. Holds compiled formats, so one serves a whole sample. */
export class TimestampRecogniser {
  /** Formats by the number of digits they can begin with; those with a name first are at 0. */
  private readonly byDigits: readonly (readonly Candidate[])[];

  private readonly uptime = new TimestampReader(UPTIME);

  constructor() {
    const all = candidates();
    this.byDigits = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) =>
      all.filter(({ least, most }) => least <= digits && digits <= most),
    );
  }

  /** The first known format that a real time at `start` has, up to a place where a column can end. */
  at(bytes: Uint8Array, start: number, limit: number): RecognisedTimestamp | undefined {
    if (isUptime(bytes, start) && this.uptime.read(bytes, start, limit) >= 0) {
      return { format: UPTIME, end: this.uptime.end };
    }
    let p = start;
    while (p < limit && CLASSES[bytes[p] as number] === DIGIT) p++;
    if (p === start && CLASSES[bytes[p] ?? 0] !== LETTER) return undefined;
    for (const { format, reader } of this.byDigits[p - start] ?? []) {
      if (isTimeAt(reader, format, bytes, start, limit)) return { format, end: reader.end };
    }
    return undefined;
  }
}

/**
 * Which format timestamps have that several fit, such as 03/04/2015: the one that fits the most of them, then the one that
 * puts them closest together in time, then the first known.
 *
 * @param format the one recognised at first
 */
export function closestFormat(places: readonly TimestampPlace[], format: string): string {
  if (format === UPTIME) return format;
  const first = new TimestampReader(format);
  const ends = places.map(({ bytes, start }) => {
    first.read(bytes, start, bytes.length);
    return first.end;
  });
  let best = { format, hits: 0, span: Number.POSITIVE_INFINITY };
  for (const candidate of candidates()) {
    const fit = fitOf(candidate, places, ends);
    if (fit.hits > best.hits || (fit.hits === best.hits && fit.span < best.span)) best = fit;
  }
  return best.format;
}

function fitOf({ format, reader }: Candidate, places: readonly TimestampPlace[], ends: readonly number[]) {
  let hits = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  places.forEach(({ bytes, start }, index) => {
    const time = reader.read(bytes, start, bytes.length);
    if (Number.isNaN(time) || reader.end !== ends[index]) return;
    hits++;
    first = Math.min(first, time);
    last = Math.max(last, time);
  });
  return { format, hits, span: last - first };
}

interface Candidate {
  readonly format: string;
  readonly reader: TimestampReader;
  /** How many digits it begins with. */
  readonly least: number;
  readonly most: number;
}

function candidates(): Candidate[] {
  return KNOWN_FORMATS.map((format) => {
    const { fields } = compileTimestamp(format);
    let least = 0;
    let most = 0;
    for (const field of fields) {
      if (field.kind !== 'number') break;
      least += field.min;
      most += field.max;
    }
    return { format, reader: new TimestampReader(format), least, most };
  });
}

/** A number of seconds with six places, or three, alone in a bracket. */
function isUptime(bytes: Uint8Array, start: number): boolean {
  if (bytes[start - 1] !== OPEN_BRACKET) return false;
  let p = skipSpace(bytes, start);
  const digits = p;
  while (classAt(bytes, p) === DIGIT) p++;
  const point = p++;
  if (point === digits || point - digits > 9 || bytes[point] !== DOT) return false;
  while (classAt(bytes, p) === DIGIT) p++;
  return (p - point === 7 || p - point === 4) && bytes[p] === CLOSE_BRACKET;
}

function isTimeAt(reader: TimestampReader, format: string, bytes: Uint8Array, start: number, limit: number): boolean {
  const time = reader.read(bytes, start, limit);
  if (Number.isNaN(time)) return false;
  if (EPOCH_FORMATS.includes(format)) {
    if (time < EPOCH_FROM || time >= EPOCH_TO) return false;
  }
  return (
    reader.end >= limit || classAt(bytes, reader.end) === SPACE || COLUMN_ENDS.includes(bytes[reader.end] as number)
  );
}

function combine(dates: readonly string[], joints: readonly string[], times: readonly string[]): string[] {
  return dates.flatMap((date) => joints.flatMap((joint) => times.map((time) => `${date}${joint}${time}`)));
}
