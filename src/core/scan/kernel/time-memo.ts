import {
  type ByteArray,
  type Double,
  type DoubleArray,
  fourAt,
  type Int,
  type IntArray,
  newDoubles,
  newInts,
} from './arrays.ts';
import { COLON, COMMA, classAt, DASH, DIGIT, DOT, LETTER, PLUS, SPACE_BYTE } from './byte-classes.ts';

/** Longest timestamp that is remembered. */
const LONGEST_TIME: Int = 64;
/** Hour, minute, second and fraction. */
const MOST_FIELDS: Int = 4;

/**
 * The last timestamp of a column, taken apart. One that differs in the digits of its time of day only needs no more than
 * arithmetic; any other goes to the reader that knows the format.
 */
export class TimeMemo {
  /** 0 where nothing is remembered. */
  length: Int = 0;
  fields: Int = 0;
  /** Time of the same text with zeros in all fields, in ms since 1970. */
  base: Double = 0;
  /** Of the last timestamp that was read here. */
  time: Double = 0;
  /** Its text in groups of four bytes, as far as `masks` goes. */
  readonly text: IntArray = newInts(LONGEST_TIME / 4);
  /** All bits of what must be the same, the upper four of digits that may change, none behind the end. */
  readonly masks: IntArray = newInts(LONGEST_TIME / 4);
  readonly at: IntArray = newInts(MOST_FIELDS);
  readonly size: IntArray = newInts(MOST_FIELDS);
  /** Greatest value. */
  readonly most: DoubleArray = newDoubles(MOST_FIELDS);
  /** Milliseconds in `unit / divisor`. */
  readonly unit: DoubleArray = newDoubles(MOST_FIELDS);
  readonly divisor: DoubleArray = newDoubles(MOST_FIELDS);

  /** @returns end of the timestamp at `start`, whose value is then `time`; -1 where it is not like the last one */
  read(bytes: ByteArray, start: Int): Int {
    const length = this.length;
    if (length === 0) return -1;
    const text = this.text;
    const masks = this.masks;
    for (let i = 0; i < length; i += 4) {
      const group = i >> 2;
      if ((fourAt(bytes, start + i) & (masks[group] as Int)) !== (text[group] as Int)) return -1;
    }
    if (goesOn(bytes, start + length)) return -1;
    let time = this.base;
    for (let field = 0; field < this.fields; field++) {
      const value = numberAt(bytes, start + (this.at[field] as Int), this.size[field] as Int);
      if (value < 0 || value > (this.most[field] as Double)) return -1;
      time += this.partOf(field, value);
    }
    this.time = time;
    return start + length;
  }

  private partOf(field: Int, value: Double): Double {
    const part = value * (this.unit[field] as Double);
    const divisor = this.divisor[field] as Double;
    return divisor === 1 ? part : Math.floor(part / divisor);
  }

  /** @param lesson of {@link LESSON_LENGTH}, about the timestamp `bytes[start..end)` */
  learn(lesson: DoubleArray, bytes: ByteArray, start: Int, end: Int): void {
    const length = end - start;
    const fields = lesson[1] as Int;
    this.length = 0;
    if (fields < 0 || length > LONGEST_TIME) return;
    for (let group = 0; group < LONGEST_TIME / 4; group++) this.masks[group] = 0;
    for (let i = 0; i < length; i++) this.setMask(i, 255);
    let base = lesson[0] as Double;
    for (let field = 0; field < fields; field++) base -= this.learnField(lesson, field, bytes, start);
    for (let i = 0; i < length; i += 4) this.text[i >> 2] = fourAt(bytes, start + i) & (this.masks[i >> 2] as Int);
    this.base = base;
    this.fields = fields;
    this.length = length;
  }

  private setMask(at: Int, mask: Int): void {
    const shift = (at & 3) << 3;
    this.masks[at >> 2] = ((this.masks[at >> 2] as Int) & ~(255 << shift)) | (mask << shift);
  }

  /** @returns the field's part of the time */
  private learnField(lesson: DoubleArray, field: Int, bytes: ByteArray, start: Int): Double {
    const from = 2 + 5 * field;
    const at = lesson[from] as Int;
    const size = lesson[from + 1] as Int;
    this.at[field] = at;
    this.size[field] = size;
    this.most[field] = lesson[from + 2] as Double;
    this.unit[field] = lesson[from + 3] as Double;
    this.divisor[field] = lesson[from + 4] as Double;
    for (let i = 0; i < size; i++) this.setMask(at + i, 240);
    const value = numberAt(bytes, start + at, size);
    return this.partOf(field, value);
  }
}

/**
 * What a reader tells about a timestamp: its time, then the number of fields (-1 where it is none to remember), then for each
 * field its place in the text, its size, greatest value, unit and divisor.
 */
export const LESSON_LENGTH: Int = 2 + 5 * 4;

/** @returns -1 where one of `: ; < = > ?` stands, which the upper four bits do not tell from a digit */
function numberAt(bytes: ByteArray, start: Int, size: Int): Double {
  let value: Double = 0;
  for (let i = 0; i < size; i++) {
    const digit = (bytes[start + i] as Int) - 48;
    if (digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a fraction, AM or PM, or a zone may follow, which the remembered text does not have. */
function goesOn(bytes: ByteArray, end: Int): boolean {
  const c = bytes[end] as Int;
  if (c === SPACE_BYTE) return continues(bytes, end + 1);
  if (c === DOT || c === COMMA || c === COLON) return classAt(bytes, end + 1) === DIGIT;
  return classAt(bytes, end) === LETTER || classAt(bytes, end) === DIGIT || continues(bytes, end);
}

/** `+02`, `-07`, `AM`, `pm`, or three or four capitals that end as names of zones do. */
function continues(bytes: ByteArray, at: Int): boolean {
  const c = bytes[at] as Int;
  if (c === PLUS || c === DASH) return classAt(bytes, at + 1) === DIGIT;
  const half = c | 32;
  if (half === 97 || half === 112) return ((bytes[at + 1] as Int) | 32) === 109;
  return c >= 65 && c <= 90 && (endsAsZone(bytes[at + 2] as Int) || endsAsZone(bytes[at + 3] as Int));
}

/** The last letter of `CEST`, `UTC` and `MSK`. */
function endsAsZone(c: Int): boolean {
  return c === 84 || c === 67 || c === 75;
}
