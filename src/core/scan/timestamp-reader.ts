import type { Milliseconds } from '../base/units.ts';
import { CLASSES, COLON, COMMA, DASH, DIGIT, DOT, PLUS, SPACE, SPACE_BYTE } from './kernel/byte-classes.ts';
import { compileTimestamp, type Field, type TimestampProgram } from './timestamp-program.ts';
import { zoneOffset } from './zones.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HOUR_PLACE = 0;
const MINUTE_PLACE = 1;
const SECOND_PLACE = 2;
const FRACTION_PLACE = 3;
/** So many parts of a second in one that any number of nine digits of them is less than a millisecond. */
const FINER_PARTS = 1e12;
const POWERS_OF_TEN = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
/** Three bytes of a month's name in lower case, as one number. */
const MONTHS: ReadonlyMap<number, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    (name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2),
    index + 1,
  ]),
);

/** Of timestamps without one: a leap year, so that any day of a year can be read. */
const NO_YEAR = 2000;

/**
 * Reads timestamps of one format from bytes. UTC unless the text carries an offset. One without a year is read in 2000, one
 * without a date on 1 January 1970.
 */
export class TimestampReader {
  /** Position behind the last timestamp that was read; -1 where the text did not have the format. */
  end = -1;
  /** Where its zone stands; -1 where it has none. */
  zoneStart = -1;
  private readonly program: TimestampProgram;
  private year = 0;
  private month = 0;
  private day = 0;
  private hour = 0;
  private minute = 0;
  private second = 0;
  private millis = 0;
  private offset = 0;
  private halfDays = false;
  /** Start and length of the digits of hour, minute, second (or the count) and fraction; length 0 where there are none. */
  private readonly places = new Int32Array(8);
  /** Into how many parts the fraction cuts a second. */
  private parts = 1;
  private dayKey = -1;
  private dayStart: Milliseconds = 0;

  constructor(format: string) {
    this.program = compileTimestamp(format);
  }

  /** @returns NaN where the text does not have the format, or has it but names no real time such as 31 February */
  read(bytes: Uint8Array, start: number, limit: number): Milliseconds {
    this.end = -1;
    this.zoneStart = -1;
    this.reset();
    let p = start;
    for (const field of this.program.fields) {
      p = this.field(field, bytes, p, limit);
      if (p < 0) return Number.NaN;
    }
    if (this.program.hasTime) p = this.zone(bytes, p, limit);
    this.end = p;
    if (this.program.epochUnit > 0) return this.second * this.program.epochUnit + this.millis;
    return this.point();
  }

  private reset(): void {
    this.year = NO_YEAR;
    this.month = 1;
    this.day = 1;
    this.hour = 0;
    this.minute = 0;
    this.second = 0;
    this.millis = 0;
    this.offset = 0;
    this.halfDays = false;
    this.places.fill(0);
  }

  /**
   * Tells which digits of the timestamp that was read last may change without the rest being read anew.
   *
   * @param lesson see `TimeMemo`
   * @param time what `read` gave
   * @param start of the timestamp
   */
  teach(lesson: Float64Array, time: Milliseconds, start: number): void {
    lesson[0] = time;
    lesson[1] = -1;
    if (Number.isNaN(time) || this.halfDays) return;
    const isCount = this.program.epochUnit > 0;
    let at = 2;
    const add = (place: number, most: number, unit: number, divisor = 1) => {
      const size = this.places[2 * place + 1] as number;
      if (size === 0) return;
      lesson.set([(this.places[2 * place] as number) - start, size, most, unit, divisor], at);
      at += 5;
    };
    add(HOUR_PLACE, 23, HOUR);
    add(MINUTE_PLACE, 59, MINUTE);
    add(SECOND_PLACE, isCount ? Number.POSITIVE_INFINITY : 60, isCount ? this.program.epochUnit : 1000);
    add(FRACTION_PLACE, Number.POSITIVE_INFINITY, 1000, this.parts);
    lesson[1] = (at - 2) / 5;
  }

  private field(field: Field, bytes: Uint8Array, start: number, limit: number): number {
    switch (field.kind) {
      case 'literal':
        return start < limit && bytes[start] === field.byte ? start + 1 : -1;
      case 'space':
        return spaces(bytes, start, limit);
      case 'padding':
        return padding(bytes, start, limit);
      case 'month-name':
        return this.monthName(bytes, start, limit);
      case 'weekday':
        return letters(bytes, start, limit);
      default:
        return this.number(field, bytes, start, limit);
    }
  }

  private number(field: Field & { kind: 'number' }, bytes: Uint8Array, start: number, limit: number): number {
    let p = start;
    let value = 0;
    const last = Math.min(limit, start + field.max);
    while (p < last && CLASSES[bytes[p] as number] === DIGIT) value = value * 10 + (bytes[p++] as number) - 48;
    if (p - start < field.min) return -1;
    switch (field.unit) {
      case 'year':
        this.year = field.max === 2 ? 2000 + value - (value >= 70 ? 100 : 0) : value;
        return p;
      case 'month':
        this.month = value;
        return p;
      case 'day':
        this.day = value;
        return p;
      case 'hour':
        this.hour = value;
        return this.place(HOUR_PLACE, start, p);
      case 'minute':
        this.minute = value;
        return this.place(MINUTE_PLACE, start, p);
      case 'second':
        this.second = value;
        this.place(SECOND_PLACE, start, p);
        return this.halfDay(bytes, this.fraction(bytes, p, limit), limit);
      case 'epoch':
        this.second = value;
        this.place(SECOND_PLACE, start, p);
        return this.program.epochUnit === 1 ? this.finer(bytes, p, limit) : this.fraction(bytes, p, limit);
      case 'finer':
        return this.place(FRACTION_PLACE, start, p);
    }
  }

  /** A fraction of milliseconds counts for nothing. */
  private finer(bytes: Uint8Array, start: number, limit: number): number {
    const end = this.fraction(bytes, start, limit);
    this.millis = 0;
    this.parts = FINER_PARTS;
    return end;
  }

  private place(place: number, start: number, end: number): number {
    this.places[2 * place] = start;
    this.places[2 * place + 1] = end - start;
    return end;
  }

  /** Any number of digits behind `.` or `,`; behind `:` milliseconds, by some programs without leading zeros. */
  private fraction(bytes: Uint8Array, start: number, limit: number): number {
    const mark = bytes[start];
    if (start >= limit || (mark !== DOT && mark !== COMMA && mark !== COLON)) return start;
    let p = start + 1;
    let value = 0;
    while (p < limit && CLASSES[bytes[p] as number] === DIGIT) {
      if (p - start <= 9) value = value * 10 + (bytes[p] as number) - 48;
      p++;
    }
    const digits = Math.min(p - start - 1, 9);
    if (digits === 0 || (mark === COLON && digits > 3)) return start;
    this.parts = mark === COLON ? 1000 : (POWERS_OF_TEN[digits] as number);
    this.millis = Math.floor((value * 1000) / this.parts);
    this.place(FRACTION_PLACE, start + 1, start + 1 + digits);
    return p;
  }

  /** ` AM` or `PM` behind the seconds. */
  private halfDay(bytes: Uint8Array, start: number, limit: number): number {
    const p = bytes[start] === SPACE_BYTE ? start + 1 : start;
    if (p + 2 > limit || ((bytes[p + 1] as number) | 32) !== 109) return start;
    if (p + 2 < limit && CLASSES[bytes[p + 2] as number] === 1) return start;
    const half = (bytes[p] as number) | 32;
    if (half !== 97 && half !== 112) return start;
    if (this.hour > 12) return start;
    this.halfDays = true;
    this.hour = (this.hour % 12) + (half === 112 ? 12 : 0);
    return p + 2;
  }

  /** `Z`, `UTC`, `CEST`, `+02`, `+0200`, `-07:00`, with or without a space before; anything else is not part of the time. */
  private zone(bytes: Uint8Array, start: number, limit: number): number {
    const p = bytes[start] === SPACE_BYTE ? start + 1 : start;
    if (p >= limit) return start;
    const c = bytes[p] as number;
    if (c === 90 && p === start) {
      this.zoneStart = p;
      return p + 1;
    }
    if (c === PLUS || c === DASH) return this.numericZone(bytes, start, p, limit);
    return this.namedZone(bytes, start, p, limit);
  }

  /** Three or four capitals that are known to name a zone. */
  private namedZone(bytes: Uint8Array, start: number, from: number, limit: number): number {
    let p = from;
    while (p < limit && p < from + 5 && (bytes[p] as number) >= 65 && (bytes[p] as number) <= 90) p++;
    if (p - from < 3 || p - from > 4 || (p < limit && CLASSES[bytes[p] as number] === 1)) return start;
    const minutes = zoneOffset(String.fromCharCode(...bytes.subarray(from, p)));
    if (minutes === undefined) return start;
    this.offset = minutes * MINUTE;
    this.zoneStart = from;
    return p;
  }

  private numericZone(bytes: Uint8Array, start: number, sign: number, limit: number): number {
    const hours = twoDigits(bytes, sign + 1, limit);
    if (hours >= 0 && hours <= 14 && endsZone(bytes, sign + 3, limit))
      return this.offsetZone(sign, hours, 0, sign + 3, bytes);
    const colon = bytes[sign + 3] === COLON ? 1 : 0;
    const minutes = twoDigits(bytes, sign + 3 + colon, limit);
    const end = sign + 5 + colon;
    if (hours < 0 || hours > 14 || minutes < 0 || minutes % 15 !== 0) return start;
    if (end < limit && CLASSES[bytes[end] as number] === DIGIT) return start;
    return this.offsetZone(sign, hours, minutes, end, bytes);
  }

  private offsetZone(sign: number, hours: number, minutes: number, end: number, bytes: Uint8Array): number {
    this.offset = (hours * 60 + minutes) * (bytes[sign] === DASH ? -MINUTE : MINUTE);
    this.zoneStart = sign;
    return end;
  }

  private monthName(bytes: Uint8Array, start: number, limit: number): number {
    if (start + 3 > limit) return -1;
    const key =
      ((bytes[start] as number) << 16) | ((bytes[start + 1] as number) << 8) | (bytes[start + 2] as number) | 0x202020;
    const month = MONTHS.get(key);
    if (month === undefined) return -1;
    this.month = month;
    return start + 3;
  }

  private point(): Milliseconds {
    if (this.hour > 23 || this.minute > 59 || this.second > 60) return Number.NaN;
    const time = this.hour * HOUR + this.minute * MINUTE + this.second * 1000 + this.millis - this.offset;
    return this.program.hasDate ? this.dateStart() + time : time;
  }

  private dateStart(): Milliseconds {
    const key = (this.year * 16 + this.month) * 32 + this.day;
    if (key === this.dayKey) return this.dayStart;
    this.dayKey = key;
    const start = Date.UTC(this.year, this.month - 1, this.day);
    const date = new Date(start);
    const real = this.month >= 1 && this.month <= 12 && this.day >= 1 && date.getUTCMonth() === this.month - 1;
    this.dayStart = real ? start : Number.NaN;
    return this.dayStart;
  }
}

function endsZone(bytes: Uint8Array, at: number, limit: number): boolean {
  return at >= limit || CLASSES[bytes[at] as number] === SPACE;
}

function padding(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  while (p < limit && bytes[p] === SPACE_BYTE) p++;
  return p;
}

function spaces(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  while (p < limit && CLASSES[bytes[p] as number] === SPACE) p++;
  return p > start && p - start <= 2 ? p : -1;
}

/** A weekday's short name: exactly three letters. */
function letters(bytes: Uint8Array, start: number, limit: number): number {
  const end = start + 3;
  if (end > limit) return -1;
  for (let p = start; p < end; p++) if (CLASSES[bytes[p] as number] !== 1) return -1;
  return end;
}

function twoDigits(bytes: Uint8Array, start: number, limit: number): number {
  if (start + 2 > limit) return -1;
  const high = (bytes[start] as number) - 48;
  const low = (bytes[start + 1] as number) - 48;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : -1;
}
