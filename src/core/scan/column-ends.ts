import { BYTE_CLASS, CLOSE_BRACKET, COLON, LETTER, OPEN_BRACKET, PIPE, SPACE, trimEnd } from './bytes.ts';

const COMMA = 44;
const SEMICOLON = 59;
/** A bracketed column is short; a bracket that closes later than this is part of the content. */
const LONGEST_BRACKET = 300;

/** End of the word at `start`: before white space, or before `|` where that separates columns. */
export function wordEnd(bytes: Uint8Array, start: number, limit: number, pipe: boolean): number {
  let p = start;
  if (pipe) {
    while (p < limit && bytes[p] !== PIPE) p++;
    return trimEnd(bytes, start, p);
  }
  while (p < limit && BYTE_CLASS[bytes[p] as number] !== SPACE) p++;
  return p;
}

/** Start of the next column: behind white space, and behind `|` where that separates columns. */
export function nextColumn(bytes: Uint8Array, start: number, limit: number, pipe: boolean): number {
  let p = start;
  while (p < limit && (BYTE_CLASS[bytes[p] as number] === SPACE || (pipe && bytes[p] === PIPE))) p++;
  return p;
}

/** Position of the `]` that closes the `[` at `start` and ends a column; -1 where none does. */
export function closingBracket(bytes: Uint8Array, start: number, limit: number): number {
  const last = Math.min(limit, start + LONGEST_BRACKET);
  let depth = 0;
  for (let p = start; p < last; p++) {
    const c = bytes[p];
    if (c === OPEN_BRACKET) depth++;
    else if (c === CLOSE_BRACKET && --depth === 0)
      return endsColumn(bytes, skipMark(bytes, p + 1, limit), limit) ? p : -1;
  }
  return -1;
}

/** Behind one `:`, `,` or `;`, if one stands at `at`. */
export function skipMark(bytes: Uint8Array, at: number, limit: number): number {
  const c = bytes[at];
  return at < limit && (c === COLON || c === COMMA || c === SEMICOLON) ? at + 1 : at;
}

/** End of the letters at `start`. */
export function lettersEnd(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  while (p < limit && BYTE_CLASS[bytes[p] as number] === LETTER) p++;
  return p;
}

export function endsColumn(bytes: Uint8Array, at: number, limit: number): boolean {
  return at >= limit || BYTE_CLASS[bytes[at] as number] === SPACE || bytes[at] === PIPE;
}
