import type { Bytes, Milliseconds } from '../core/base/units.ts';

export interface FileToOrder {
  readonly name: string;
  readonly size: Bytes;
  /** Time of its first line with one, where that says the year and the day. */
  readonly firstTime?: Milliseconds | undefined;
}

/** What the name of a file says about its place among its like. */
interface Rotation {
  /** The same for all files of a log that is rotated. */
  readonly series: string;
  /** Digits of year, month, day and maybe time; empty for the file that is still written. */
  readonly date: string;
  /** Behind a date it counts up, else back: `app.log.2` is older than `app.log.1`. */
  readonly number: number | undefined;
}

const PACKED = /\.(?:gz|bz2|zst|xz|zip|z)$/i;
const DATED =
  /[-._]?((?:19|20)\d\d)[-._]?(0[1-9]|1[0-2])[-._]?(0[1-9]|[12]\d|3[01])(?:[-_T](\d{2,6}))?(?:\.(\d{1,4}))?(?=\.|$)/;
const NUMBERED = /^(.+)\.(\d{1,4})$/;
const natural = new Intl.Collator('en', { numeric: true });

/**
 * The order in which files are read, the same whatever order they are given in: by their first times where each has one, else
 * by what rotation made of their names, from old to new, else by name.
 *
 * @returns shape [files]: the place of each in `files`
 */
export function fileOrder(files: readonly FileToOrder[]): number[] {
  const known = files.map((file, place) => ({ ...file, place, ...rotationOf(file.name) }));
  const byTime = files.every(({ firstTime }) => firstTime !== undefined && !Number.isNaN(firstTime));
  return known
    .sort((a, b) => (byTime ? (a.firstTime ?? 0) - (b.firstTime ?? 0) : 0) || compareNames(a, b) || a.size - b.size)
    .map(({ place }) => place);
}

function rotationOf(name: string): Rotation {
  const plain = name.replace(PACKED, '');
  const dated = DATED.exec(plain);
  if (dated !== null) {
    const [found, year, month, day, time = '', number] = dated;
    const series = plain.slice(0, dated.index) + plain.slice(dated.index + found.length);
    return { series, date: `${year}${month}${day}${time}`, number: number === undefined ? undefined : Number(number) };
  }
  const [, series = plain, number] = NUMBERED.exec(plain) ?? [];
  return { series, date: '', number: number === undefined ? undefined : Number(number) };
}

type Named = FileToOrder & Rotation;

function compareNames(a: Named, b: Named): number {
  return (
    natural.compare(a.series, b.series) ||
    compareDates(a.date, b.date) ||
    compareNumbers(a, b) ||
    natural.compare(a.name, b.name) ||
    compareUnits(a.name, b.name)
  );
}

function compareDates(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return compareUnits(a, b);
}

function compareNumbers(a: Rotation, b: Rotation): number {
  if (a.date !== '') return (a.number ?? 0) - (b.number ?? 0);
  return (b.number ?? -1) - (a.number ?? -1);
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
