import { ColumnBuilder } from '../base/column-builder.ts';
import { type PackedBlock, type PackedColumn, unpack } from '../base/packed-column.ts';
import type { Milliseconds } from '../base/units.ts';
import type { HeaderFormat } from './header-format.ts';
import type { TimeSpan } from './scanned-log.ts';
import { compileTimestamp } from './timestamp-program.ts';

const DAY = 24 * 60 * 60_000;
const YEAR = 366 * DAY;
/** Timestamps without a year are read in this one; a leap year, so that any day of a year can be read. */
const FIRST_YEAR = 2000;
/** Among so many years in a row there is a leap year, but for 2100 and the like. */
const LEAP_YEARS = 8;

/** What the timestamps of a format say: all of the date, all but the year, or the time of day only. */
export type DateParts = 'date' | 'no-year' | 'no-date';

/** Times of all lines in file order. */
export interface LineTimes {
  /** A line without a time has that of the line before; leading ones that of the first line with one. All NaN without times. */
  readonly time: PackedColumn;
  /** Lines that carry a time. */
  readonly dated: number;
  /** Lines whose time lies before that of the last line with a time. */
  readonly backward: number;
  readonly span: TimeSpan | undefined;
}

export function datePartsOf({ columns, timeColumn }: HeaderFormat): DateParts {
  const format = columns[timeColumn]?.format;
  if (format === undefined) return 'date';
  const { hasDate, hasYear } = compileTimestamp(format);
  if (!hasDate) return 'no-date';
  return hasYear ? 'date' : 'no-year';
}

/**
 * Puts the times of lines in order: where they lack the year (the date), a jump back by more than half a year (day) means
 * that the next one has begun.
 *
 * @param written when the file was written: a log without years ends in the last year in which that is no time to come
 * @param raw time of each line as it was read, NaN where it has none; without a year in 2000, without a date on 1 January 1970
 */
export function resolveTimes(raw: PackedColumn, parts: DateParts, written?: Milliseconds): LineTimes {
  const times = resolveFrom(FIRST_YEAR, raw, parts);
  if (parts !== 'no-year' || written === undefined || times.span === undefined) return times;
  const yearOf = (time: Milliseconds) => new Date(time).getUTCFullYear();
  const { last } = times.span;
  const day = Math.floor(last / DAY) * DAY;
  const isAhead = sameDay(day, yearOf(written)) > written + DAY;
  const shift = yearOf(written) - (isAhead ? 1 : 0) - yearOf(last);
  // Not every year has the days of a log with 29 February.
  for (let year = FIRST_YEAR + shift; year > FIRST_YEAR + shift - LEAP_YEARS; year--) {
    const moved = resolveFrom(year, raw, parts);
    if (moved.undated === times.undated) return moved;
  }
  return times;
}

function resolveFrom(year: number, raw: PackedColumn, parts: DateParts): LineTimes & { readonly undated: number } {
  const roll = rollerOf(parts, year);
  const times = new TimeList();
  for (const block of raw.blocks) {
    const read = unpack(block);
    if (roll === undefined && isComplete(read)) times.addBlock(block, read);
    else for (const time of read) times.add(Number.isNaN(time) || roll === undefined ? time : roll(time));
  }
  return times.finish();
}

/** Packs times as they come and fills gaps. */
class TimeList {
  private readonly column = new ColumnBuilder();
  private last = Number.NaN;
  private leading = 0;
  private dated = 0;
  private backward = 0;
  private undated = 0;
  private least = Number.POSITIVE_INFINITY;
  private most = Number.NEGATIVE_INFINITY;

  add(time: Milliseconds): void {
    if (Number.isNaN(time)) this.undated++;
    if (!Number.isNaN(time)) this.date(time);
    else if (this.dated === 0) this.leading++;
    if (this.dated > 0) this.column.push(this.last);
  }

  /** A block that stays as it is: all of its lines are dated. */
  addBlock(block: PackedBlock, times: Float64Array): void {
    const [first = Number.NaN] = times;
    this.date(first);
    let last = first;
    let least = first;
    let most = first;
    for (let i = 1; i < times.length; i++) {
      const time = times[i] as number;
      if (time < last) this.backward++;
      if (time < least) least = time;
      if (time > most) most = time;
      last = time;
    }
    this.last = last;
    this.least = Math.min(this.least, least);
    this.most = Math.max(this.most, most);
    this.dated += times.length - 1;
    this.column.append(block);
  }

  finish() {
    if (this.dated === 0) this.pushLeading(Number.NaN);
    const span = this.dated === 0 ? undefined : { first: this.least, last: this.most };
    const { dated, backward, undated } = this;
    return { time: this.column.finish(), dated, backward, undated, span };
  }

  private date(time: Milliseconds): void {
    if (this.dated++ === 0) this.pushLeading(time);
    if (time < this.last) this.backward++;
    this.last = time;
    this.least = Math.min(this.least, time);
    this.most = Math.max(this.most, time);
  }

  private pushLeading(time: Milliseconds): void {
    for (; this.leading > 0; this.leading--) this.column.push(time);
  }
}

function isComplete(times: Float64Array): boolean {
  for (let i = 0; i < times.length; i++) if (Number.isNaN(times[i])) return false;
  return true;
}

type Roll = (time: Milliseconds) => Milliseconds;

function rollerOf(parts: DateParts, year: number): Roll | undefined {
  if (parts === 'date') return undefined;
  return parts === 'no-year' ? yearRoller(year) : dayRoller();
}

function yearRoller(first: number): Roll {
  let assumed = first;
  let previous = Number.NaN;
  return (time) => {
    const day = Math.floor(time / DAY) * DAY;
    const inYear = (year: number) => sameDay(day, year) + time - day;
    let point = inYear(assumed);
    const step = point - previous;
    const turn = step < -YEAR / 2 ? 1 : step > YEAR / 2 ? -1 : 0;
    const turned = turn === 0 ? Number.NaN : inYear(assumed + turn);
    if (!Number.isNaN(turned)) {
      assumed += turn;
      point = turned;
    }
    if (!Number.isNaN(point)) previous = point;
    return point;
  };
}

/** The day of 2000 in another year; NaN for 29 February where that has none. */
function sameDay(day: Milliseconds, year: number): Milliseconds {
  if (year === FIRST_YEAR) return day;
  const date = new Date(day);
  const point = Date.UTC(year, date.getUTCMonth(), date.getUTCDate());
  return new Date(point).getUTCMonth() === date.getUTCMonth() ? point : Number.NaN;
}

function dayRoller(): Roll {
  let shift = 0;
  let previous = Number.NaN;
  return (time) => {
    const step = time + shift - previous;
    if (step < -DAY / 2) shift += DAY;
    else if (step > DAY / 2) shift -= DAY;
    previous = time + shift;
    return previous;
  };
}
