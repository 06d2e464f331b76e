import { readMeasure, type Unit } from './measure.ts';

/** What kind of thing the values of a parameter are; `text` where nothing else fits. */
export const PARAMETER_TYPES = [
  'number',
  'duration',
  'size',
  'time',
  'ip',
  'url',
  'path',
  'id',
  'enum',
  'text',
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A type needs this share of the values: programs print `-` or `null` where they have no value. */
const FITS = 0.95;

const TYPE_OF_UNIT: Readonly<Record<Unit, ParameterType>> = {
  '': 'number',
  '%': 'number',
  ms: 'duration',
  bytes: 'size',
  'bytes/s': 'size',
};

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
/** `2024-05-01 10:00:00`, `01/May/2024:10:00:00`, `Wed May 1 2024`, `May 1`, `1 May 2024`. */
const DATE = new RegExp(
  `^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:\\d{4}([-/.])\\d\\d\\1\\d\\d|\\d\\d?[-/ ]${MONTH}|${MONTH} +\\d)`,
);
const CLOCK = /^\d\d?:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?$/;
/** How a span of time begins more often than a time of day does. */
const NO_HOURS = /^0?0:/;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** `10.0.0.1`, `10.0.0.1:80`, `/10.0.0.1:80`, `host/10.0.0.1`, `10.0.0.0/8`. */
const IPV4 = new RegExp(`^(?:[^\\s/]*/)?(?:${OCTET}\\.){3}${OCTET}(?::\\d{1,5}|/\\d\\d?)?$`);
const IPV6 =
  /^\/?\[?(?=[0-9A-Fa-f.:]*::|(?:[0-9A-Fa-f]{1,4}:){7})[0-9A-Fa-f:.]{2,45}(?:%\w+)?\]?(?::\d{1,5}|\/\d{1,3})?$/;
const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/\S+$/;
/** From a root, or with two parts below one another. */
const PATH = /^(?:\/[^\s/]|\\\\[^\s\\]|[A-Za-z]:[\\/]|~\/)\S*$|^[^\s\\/]*[\\/][^\s\\/]+[\\/]\S*$/;
const UUID = /^\S*[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\S*$/;
/** Hashes, addresses and numbers too long for amounts; eight digits and more may be both, so numbers are asked first. */
const CODE = /^-?(?:0[xX])?[0-9A-Fa-f]{8,}$/;
const MAC = /^(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}$/;
/** `blk_-123`, `job_1001`, `worker-3`, `req#5`: one word with a number in it. */
const NUMBERED_NAME = /^[\w.:#$@~-]*\d[\w.:#$@~-]*$/;

const SHAPES: readonly (readonly [ParameterType, (value: string) => boolean])[] = [
  ['time', (value) => DATE.test(value) || CLOCK.test(value)],
  // Servers print all the addresses that a request came through.
  ['ip', (value) => value.split(/, ?/).every((part) => IPV4.test(part) || IPV6.test(part))],
  ['url', (value) => ADDRESS.test(value)],
  ['path', (value) => PATH.test(value)],
  ['id', (value) => UUID.test(value) || CODE.test(value) || MAC.test(value)],
];

/** No value that a shape has is longer; patterns are not tried on dumps. */
const LONGEST = 512;

/** An enumeration has few values, ... */
const MOST_ENUMERATED = 16;
/** ... which cover all but a few lines ... */
const ENUMERATED = 0.99;
/** ... and come this often on average. */
const REPEATED = 4;

/**
 * The type of a parameter, by its values in some lines. What values look like decides; only words that look like nothing in
 * particular are an enumeration, or else names with a number (`id`).
 *
 * @param values one a line, repeated as often as they come
 */
export function parameterType(values: readonly string[]): ParameterType {
  const unit = unitOf(values);
  if (unit !== undefined) return TYPE_OF_UNIT[unit];
  for (const [type, has] of SHAPES) if (fits(values, (value) => value.length <= LONGEST && has(value))) return type;
  if (isEnumeration(values)) return 'enum';
  return fits(values, (value) => value.length <= LONGEST && NUMBERED_NAME.test(value)) ? 'id' : 'text';
}

/** The unit of values that are amounts; undefined where they are something else. */
export function unitOf(values: readonly string[]): Unit | undefined {
  const units = values.map((value) => readMeasure(value)?.unit);
  const unit = units.find((candidate) => candidate !== undefined && fits(units, (other) => other === candidate));
  return unit === 'ms' && areTimesOfDay(values) ? undefined : unit;
}

/** `10:32:07` is a duration or a time of day; over many lines, durations are mostly less than an hour. */
function areTimesOfDay(values: readonly string[]): boolean {
  const clocks = values.filter((value) => CLOCK.test(value));
  const short = clocks.filter((clock) => NO_HOURS.test(clock));
  return 2 * clocks.length > values.length && 2 * short.length < clocks.length;
}

function isEnumeration(values: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  const covered = repeated.reduce((sum, count) => sum + count, 0);
  return (
    repeated.length > 0 &&
    repeated.length <= MOST_ENUMERATED &&
    REPEATED * repeated.length <= covered &&
    covered >= ENUMERATED * values.length
  );
}

function fits<T>(values: readonly T[], has: (value: T) => boolean): boolean {
  return values.length > 0 && values.filter(has).length >= FITS * values.length;
}
