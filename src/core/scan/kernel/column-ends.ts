import type { ByteArray, Int } from './arrays.ts';
import {
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  classAt,
  DIGIT,
  END,
  LF,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PIPE,
  SEMICOLON,
  SPACE,
} from './byte-classes.ts';
import { spaceAfter } from './runs.ts';

const LESS: Int = 60;
const MORE: Int = 62;
/** A bracketed column is short; a bracket that closes later than this is part of the content. */
const LONGEST_BRACKET: Int = 300;

/** End of the word at `start`: before white space, or before `|` where that separates columns. */
export function wordEnd(bytes: ByteArray, start: Int, pipe: boolean): Int {
  if (!pipe) return spaceAfter(bytes, start);
  let p = start;
  while ((bytes[p] as Int) !== PIPE && (bytes[p] as Int) !== LF) p++;
  while (p > start && classAt(bytes, p - 1) === SPACE) p--;
  return p;
}

/** Start of the next column: behind white space, and behind `|` where that separates columns. */
export function nextColumn(bytes: ByteArray, start: Int, pipe: boolean): Int {
  let p = start;
  while (classAt(bytes, p) === SPACE || (pipe && (bytes[p] as Int) === PIPE)) p++;
  return p;
}

/** Position of the `]` or `)` that closes the bracket at `start`, with others right behind it, and ends a column; -1 where none does. */
export function closingBracket(bytes: ByteArray, start: Int): Int {
  const last = start + LONGEST_BRACKET;
  const open = bytes[start] as Int;
  const close = open === OPEN_PARENTHESIS ? CLOSE_PARENTHESIS : CLOSE_BRACKET;
  let depth: Int = 0;
  for (let p = start; p < last; p++) {
    const c = bytes[p] as Int;
    if (c === LF) return -1;
    if (c === open) depth++;
    else if (c === close && --depth === 0 && (bytes[p + 1] as Int) !== open) {
      return endsColumn(bytes, skipMark(bytes, p + 1)) ? p : -1;
    }
  }
  return -1;
}

/** Behind one `:`, `,` or `;`, if one stands at `at`. */
export function skipMark(bytes: ByteArray, at: Int): Int {
  const c = bytes[at] as Int;
  return c === COLON || c === COMMA || c === SEMICOLON ? at + 1 : at;
}

export function endsColumn(bytes: ByteArray, at: Int): boolean {
  const kind = classAt(bytes, at);
  return kind === SPACE || kind === END || (bytes[at] as Int) === PIPE;
}

/** Where the time of the column at `start` begins: behind the bracket, or the priority `<30>` of syslog, that it is glued to. */
export function timeStart(bytes: ByteArray, start: Int): Int {
  const first = bytes[start] as Int;
  if (first === OPEN_BRACKET) return start + 1;
  if (first !== LESS) return start;
  let p = start + 1;
  while (classAt(bytes, p) === DIGIT) p++;
  const isPriority = p > start + 1 && p < start + 5 && (bytes[p] as Int) === MORE;
  return isPriority ? p + 1 : start;
}

/** End of a time's column, with one mark behind it and the bracket it stands in, unless that holds more: `[10:00:00 INFO]`. */
export function timeEnd(bytes: ByteArray, start: Int, end: Int): Int {
  const isClosed = (bytes[start] as Int) === OPEN_BRACKET && (bytes[end] as Int) === CLOSE_BRACKET;
  return skipMark(bytes, isClosed ? end + 1 : end);
}
