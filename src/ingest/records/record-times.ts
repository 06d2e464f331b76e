import { lineBytes } from '../../core/scan/header-reader.ts';
import { closestFormat, TimestampRecogniser } from '../../core/scan/timestamp-formats.ts';
import { type Leaf, lastName } from './leaves.ts';

export interface RecordTime {
  /** One place, or date and time of day. */
  readonly leaves: readonly Leaf[];
  /** As `compileTimestamp` reads it. */
  readonly format: string;
}

/** A place that fewer of its values are times in holds none. */
const TIMES_SHARE = 0.9;
const MOST_VALUES = 200;
const NAMES =
  /^(?:@?timestamp|@?time|ts|t|@t|datetime|date_?time|date|event_?time|asctime|time_?stamp|__realtime_timestamp|time_?unix_?nano|timecreated|time_?local|time_?iso8601|log_?time|logged_?at|start_?time|published|epoch_?seconds?|time_?millis)$/i;
const NAME_PARTS = /time|date|stamp|(?:^|[_.])ts$|(?:_at|At)$/i;
/** Of something else than the event. */
const OTHERS =
  /creat|start|begin|expir|valid|load|modif|updat|receiv|observed|monotonic|duration|elapsed|took|latency/i;

interface FoundTime {
  readonly leaf: Leaf;
  readonly format: string;
  readonly worth: number;
}

/**
 * The place that tells when a record was written.
 *
 * @param records how many were sampled
 * @param chosen name of the place, or of one of the two, where a person chose it; without times in it, there are none
 */
export function timeOf(leaves: readonly Leaf[], records: number, chosen?: string): RecordTime | undefined {
  const recogniser = new TimestampRecogniser();
  const known = leaves.find(({ name }) => name === chosen);
  const found = leaves.flatMap((leaf) => {
    const worth = leaf === known ? 1 : leaf.isPlain ? nameWorth(leaf) : 0;
    const format = worth > 0 ? formatOf(leaf.values.slice(0, MOST_VALUES), recogniser) : '';
    return format === '' ? [] : [{ leaf, format, worth: (worth * leaf.values.length) / records }];
  });
  return known === undefined ? likeliestTime(found) : chosenTime(known, found);
}

function likeliestTime(found: readonly FoundTime[]): RecordTime | undefined {
  const whole = best(found.filter(({ format }) => isWhole(format)));
  if (whole !== undefined && whole.worth >= 0.2) return { leaves: [whole.leaf], format: whole.format };
  const date = best(found.filter(({ format }) => hasDate(format)));
  const time = best(found.filter(({ format }) => hasTime(format)));
  return date === undefined || time === undefined ? alone(date ?? time) : together(date, time);
}

/** A date goes with the likeliest time of day, and a time of day with the likeliest date. */
function chosenTime(known: Leaf, found: readonly FoundTime[]): RecordTime | undefined {
  const own = found.find(({ leaf }) => leaf === known);
  if (own === undefined || isWhole(own.format)) return alone(own);
  const other = best(found.filter(({ format }) => hasDate(format) !== hasDate(own.format) && !isWhole(format)));
  if (other === undefined) return alone(own);
  return hasDate(own.format) ? together(own, other) : together(other, own);
}

function alone(found: FoundTime | undefined): RecordTime | undefined {
  return found && { leaves: [found.leaf], format: found.format };
}

function together(date: FoundTime, time: FoundTime): RecordTime {
  return { leaves: [date.leaf, time.leaf], format: `${date.format} ${time.format}` };
}

/** The deeper a place, the less it speaks of the record itself. */
function nameWorth(leaf: Leaf): number {
  const last = lastName(leaf);
  const depth = 0.9 ** leaf.path.length;
  if (NAMES.test(last)) return depth;
  if (!NAME_PARTS.test(last)) return 0;
  return depth * (OTHERS.test(last) ? 0.4 : 0.7);
}

function formatOf(values: readonly string[], recogniser: TimestampRecogniser): string {
  const counts = new Map<string, number>();
  const places = values.map((value) => {
    const bytes = lineBytes(value.trim());
    const time = recogniser.at(bytes, 0, bytes.length - 1);
    if (time?.end === bytes.length - 1) counts.set(time.format, (counts.get(time.format) ?? 0) + 1);
    return { bytes, start: 0 };
  });
  const [format, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  return count >= TIMES_SHARE * values.length ? closestFormat(places, format) : '';
}

function best<T extends { readonly worth: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((a, b) => (a === undefined || b.worth > a.worth ? b : a), undefined);
}

function hasDate(format: string): boolean {
  return format.includes('D') || format.startsWith('epoch');
}

function hasTime(format: string): boolean {
  return format.includes('s');
}

function isWhole(format: string): boolean {
  return hasDate(format) && hasTime(format);
}
