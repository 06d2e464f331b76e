import { CLOSE_BRACKET, OPEN_BRACKET, SPACE_BYTE } from '../kernel/byte-classes.ts';

const MOST_CELLS = 1024;
const TAB = 9;
const QUOTE = 34;
const BACKSLASH = 92;

/** Where the cells of one row stand in its bytes, without what encloses them; cells beyond 1,024 are left out. */
export class Cells {
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(start: number, end: number): void {
    if (this.count === MOST_CELLS) return;
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }
}

/**
 * Cells set apart by spaces or tabs, as web servers write them: `"a cell with spaces"`, in which a backslash hides a quote,
 * and `[a time]`.
 *
 * @returns whether each quote and each bracket is closed
 */
export function splitAtSpaces(bytes: Uint8Array, start: number, end: number, cells: Cells): boolean {
  cells.clear();
  let p = start;
  while (p < end) {
    if (isGap(bytes[p])) {
      p++;
      continue;
    }
    const close = closeOf(bytes, p, end);
    if (close < 0) return false;
    const last = close > p ? close : spaceFrom(bytes, p, end);
    cells.add(close > p ? p + 1 : p, last);
    p = close > p ? close + 1 : last;
  }
  return true;
}

/** What closes the cell at `start`: `start` itself where nothing has to, -1 where nothing does. */
function closeOf(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === QUOTE) return closingQuote(bytes, start + 1, end);
  return bytes[start] === OPEN_BRACKET ? closingBracket(bytes, start, end) : start;
}

function isGap(c: number | undefined): boolean {
  return c === SPACE_BYTE || c === TAB;
}

function closingQuote(bytes: Uint8Array, start: number, end: number): number {
  for (let p = start; p < end; p++) {
    if (bytes[p] === BACKSLASH) p++;
    else if (bytes[p] === QUOTE) return p;
  }
  return -1;
}

/** Of a bracket that closes before a space that is no part of it: an IPv6 address is a cell as it is. */
function closingBracket(bytes: Uint8Array, start: number, end: number): number {
  const close = bytes.subarray(0, end).indexOf(CLOSE_BRACKET, start);
  if (close < 0) return -1;
  return close + 1 === end || isGap(bytes[close + 1]) ? close : start;
}

function spaceFrom(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && !isGap(bytes[p])) p++;
  return p;
}

/** Cells set apart by one byte, whatever they hold. */
export function splitAt(delimiter: number, bytes: Uint8Array, start: number, end: number, cells: Cells): void {
  cells.clear();
  let from = start;
  for (let p = start; p < end; p++) {
    if (bytes[p] !== delimiter) continue;
    cells.add(from, p);
    from = p + 1;
  }
  cells.add(from, end);
}
