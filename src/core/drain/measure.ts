/** What a value is measured in. `''`: a plain number. */
export type Unit = '' | '%' | 'ms' | 'bytes' | 'bytes/s';

/** A value as a number. */
export interface Measure {
  /** Finite, in `unit`. */
  readonly value: number;
  readonly unit: Unit;
  /** `value` of 1 as it is written: 1,000 for `12 s`. NaN where the text is no decimal number with one unit. */
  readonly scale: number;
}

/** No number that a program prints is longer. */
const LONGEST = 64;
/** A number, whose thousands may stand apart by commas, and its unit. */
const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?)[ \t]*([A-Za-z\u00b5\u03bc%]*(?:\/s)?)$/;
/** A whole number with more digits is a name, not an amount. */
const MOST_DIGITS = 15;
/** Codes and flags of 32 bits; longer ones are addresses. */
const HEXADECIMAL = /^0[xX][0-9a-fA-F]{1,8}$/;
const CLOCK = /^(\d{1,4}):([0-5]\d):([0-5]\d(?:[.,]\d{1,9})?)$/;
/** `1h2m3.5s`, `3 min 20 s`. */
const PARTS = /^(?:\d+(?:\.\d+)?[ \t]*[A-Za-z\u00b5\u03bc]+[ \t]*){2,}$/;
const PART = /(\d+(?:\.\d+)?)[ \t]*([A-Za-z\u00b5\u03bc]+)/g;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** In milliseconds. A lone `m` is a minute only beside other units: `512m` is as often memory. */
const DURATIONS = new Map<string, number>([
  ...names(1e-6, 'ns', 'nanosecond', 'nanoseconds'),
  ...names(1e-3, 'us', '\u00b5s', '\u03bcs', 'usec', 'microsecond', 'microseconds'),
  ...names(1, 'ms', 'msec', 'millis', 'millisecond', 'milliseconds'),
  ...names(SECOND, 's', 'sec', 'secs', 'second', 'seconds'),
  ...names(MINUTE, 'min', 'mins', 'minute', 'minutes'),
  ...names(HOUR, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...names(24 * HOUR, 'd', 'day', 'days'),
]);
/** `KB` is 1,000 bytes and `KiB` 1,024, as the standards say, whatever the program meant. */
const SIZE = /^([KMGTP])(i?)B$/i;
const POWERS = 'KMGTP';

/**
 * The amount that a value tells: a number (also `0x1f`, `-1.5e-3`, `1,234`), a share in percent, a duration or a size.
 * Nothing depends on where the program runs: a point is decimal, a comma parts thousands.
 *
 * @returns undefined for a value that is no amount
 */
export function readMeasure(text: string): Measure | undefined {
  if (text.length > LONGEST) return undefined;
  if (HEXADECIMAL.test(text)) return finite(Number(text), '', Number.NaN);
  const number = NUMBER.exec(text);
  if (number) return readNumber(number[1] ?? '', number[2] ?? '');
  const clock = CLOCK.exec(text);
  if (clock) {
    const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map((part) => Number(part.replace(',', '.')));
    return finite(hours * HOUR + minutes * MINUTE + seconds * SECOND, 'ms', Number.NaN);
  }
  return PARTS.test(text) ? readParts(text) : undefined;
}

function readNumber(digits: string, unit: string): Measure | undefined {
  if (digits === '' || wholeDigits(digits) > MOST_DIGITS) return undefined;
  const value = Number(digits.replaceAll(',', ''));
  if (unit === '' || unit === '%') return finite(value, unit, 1);
  const duration = durationOf(unit);
  if (duration !== undefined) return finite(value * duration, 'ms', duration);
  const perSecond = unit.endsWith('/s');
  const size = sizeOf(perSecond ? unit.slice(0, -2) : unit);
  return size === undefined ? undefined : finite(value * size, perSecond ? 'bytes/s' : 'bytes', size);
}

function readParts(text: string): Measure | undefined {
  let sum = 0;
  for (const [, number, unit = ''] of text.matchAll(PART)) {
    const scale = unit === 'm' ? MINUTE : durationOf(unit);
    if (scale === undefined) return undefined;
    sum += Number(number) * scale;
  }
  return finite(sum, 'ms', Number.NaN);
}

function finite(value: number, unit: Unit, scale: number): Measure | undefined {
  return Number.isFinite(value) ? { value, unit, scale } : undefined;
}

/** How many digits stand before the point. */
function wholeDigits(number: string): number {
  return (/^[+-]?[\d,]*/.exec(number)?.[0] ?? '').replace(/\D/g, '').length;
}

function durationOf(unit: string): number | undefined {
  // `MS` and `S` are no units, `Seconds` is one.
  return DURATIONS.get(unit.length >= 3 ? unit.toLowerCase() : unit);
}

function sizeOf(unit: string): number | undefined {
  if (unit === 'B' || /^bytes?$/i.test(unit)) return 1;
  const size = SIZE.exec(unit);
  if (!size) return undefined;
  const power = POWERS.indexOf((size[1] ?? '').toUpperCase()) + 1;
  return (size[2] === '' ? 1000 : 1024) ** power;
}

function names(scale: number, ...units: readonly string[]): [string, number][] {
  return units.map((unit) => [unit, scale]);
}
