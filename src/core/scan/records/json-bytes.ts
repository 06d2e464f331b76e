/** Bytes of JSON text (RFC 8259). */
export const QUOTE = 34;
export const BACKSLASH = 92;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
const COMMA = 44;
const SPACE_BYTE = 32;

/** What is nested deeper, has more keys in one object or is longer is no record of a log. */
const MOST_DEPTH = 64;

/** Strings longer than this are worth a native search for their end. */
const SHORT = 96;

/** First position in `[at, end)` that holds no white space or control character; `end` where there is none. */
export function skipBlank(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && (bytes[p] as number) <= SPACE_BYTE) p++;
  return p;
}

/**
 * The closing quote of a string.
 *
 * @param at behind its opening quote
 * @returns -1 where it does not end before `end`
 */
export function stringEnd(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  const near = Math.min(end, at + SHORT);
  while (p < near) {
    const c = bytes[p] as number;
    if (c === QUOTE) return p;
    if (c === BACKSLASH) p++;
    p++;
  }
  while (p < end) {
    const quote = bytes.indexOf(QUOTE, p);
    if (quote < 0 || quote >= end) return -1;
    if (!isEscaped(bytes, p, quote)) return quote;
    p = quote + 1;
  }
  return -1;
}

/** @param from no earlier byte escapes anything at or behind it */
function isEscaped(bytes: Uint8Array, from: number, at: number): boolean {
  let p = at;
  while (p > from && bytes[p - 1] === BACKSLASH) p--;
  return (at - p) % 2 === 1;
}

/**
 * Behind the value that begins at `at`, whatever it is; -1 where it does not end before `end`. It is not checked further than
 * it takes to find its end.
 */
export function valueEnd(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return -1;
  const c = bytes[at] as number;
  if (c === QUOTE) {
    const quote = stringEnd(bytes, at + 1, end);
    return quote < 0 ? -1 : quote + 1;
  }
  if (c === OPEN_BRACE || c === OPEN_LIST) return nestedEnd(bytes, at, end);
  let p = at;
  while (p < end && !endsWord(bytes[p] as number)) p++;
  return p === at ? -1 : p;
}

function endsWord(c: number): boolean {
  return c <= SPACE_BYTE || c === COMMA || c === CLOSE_BRACE || c === CLOSE_LIST || c === QUOTE;
}

/** How a byte outside of strings changes the depth: 1 opens, -1 closes. */
export const NESTING = nestingTable();

function nestingTable(): Int8Array {
  const table = new Int8Array(256);
  table[OPEN_BRACE] = table[OPEN_LIST] = 1;
  table[CLOSE_BRACE] = table[CLOSE_LIST] = -1;
  return table;
}

function nestedEnd(bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  for (let p = at; p < end; p++) {
    const c = bytes[p] as number;
    if (c === QUOTE) {
      p = stringEnd(bytes, p + 1, end);
      if (p < 0) return -1;
      continue;
    }
    depth += NESTING[c] as number;
    if (depth === 0) return p + 1;
    if (depth > MOST_DEPTH) return -1;
  }
  return -1;
}
