import type { ByteArray, Int } from './arrays.ts';
import { CLOSE_BRACKET, COLON, COMMA, classAt, END, LF, OPEN_BRACKET, PIPE, SEMICOLON, SPACE } from './byte-classes.ts';
import { spaceAfter } from './runs.ts';

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

/** Position of the `]` that closes the `[` at `start` and ends a column; -1 where none does. */
export function closingBracket(bytes: ByteArray, start: Int): Int {
  const last = start + LONGEST_BRACKET;
  let depth: Int = 0;
  for (let p = start; p < last; p++) {
    const c = bytes[p] as Int;
    if (c === LF) return -1;
    if (c === OPEN_BRACKET) depth++;
    else if (c === CLOSE_BRACKET && --depth === 0) return endsColumn(bytes, skipMark(bytes, p + 1)) ? p : -1;
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

/** End of a time's column, with the bracket it stands in and one mark behind it; -1 where the bracket holds more. */
export function timeEnd(bytes: ByteArray, start: Int, end: Int): Int {
  if ((bytes[start] as Int) !== OPEN_BRACKET) return skipMark(bytes, end);
  return (bytes[end] as Int) === CLOSE_BRACKET ? skipMark(bytes, end + 1) : -1;
}
