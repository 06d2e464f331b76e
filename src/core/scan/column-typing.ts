import { CLOSE_BRACKET, COLON, DASH, isDigitByte, OPEN_BRACKET, skipSpace } from './bytes.ts';
import { closingBracket, endsColumn, lettersEnd, nextColumn, skipMark, wordEnd } from './column-ends.ts';
import type { ColumnKind } from './header-format.ts';
import { severityOf } from './severity.ts';
import type { TimestampRecogniser } from './timestamp-formats.ts';

/** A column of one line as it looks by itself. */
export interface TypedColumn {
  readonly kind: ColumnKind;
  /** `[start, end)` with brackets and marks. */
  readonly start: number;
  readonly end: number;
  /** Format of a time, else empty. */
  readonly format: string;
  /** Where a time begins, behind an opening bracket. */
  readonly valueStart: number;
  /** White space between this column and the next. */
  gap: number;
}

/** Types the first columns of a line, at most `count` of them. */
export function typeColumns(
  bytes: Uint8Array,
  count: number,
  pipe: boolean,
  recogniser: TimestampRecogniser,
): TypedColumn[] {
  const columns: TypedColumn[] = [];
  let p = nextColumn(bytes, 0, bytes.length, pipe);
  while (p < bytes.length && columns.length < count) {
    const column = typeColumn(bytes, p, pipe, recogniser);
    p = nextColumn(bytes, column.end, bytes.length, pipe);
    column.gap = p - column.end;
    columns.push(column);
  }
  return columns;
}

function typeColumn(bytes: Uint8Array, start: number, pipe: boolean, recogniser: TimestampRecogniser): TypedColumn {
  const limit = bytes.length;
  const valueStart = bytes[start] === OPEN_BRACKET ? start + 1 : start;
  const plain = (kind: ColumnKind, end: number) => ({ kind, start, end, format: '', valueStart, gap: 0 });
  const time = recogniser.at(bytes, valueStart, limit);
  if (time) {
    const end = timeEnd(bytes, start, time.end, limit);
    if (end > 0) return { ...plain('time', end), format: time.format };
  }
  const level = levelEnd(bytes, start, limit);
  if (level > 0) return plain('level', level);
  if (bytes[start] === OPEN_BRACKET) {
    const close = closingBracket(bytes, start, limit);
    if (close > 0) return plain('bracket', skipMark(bytes, close + 1, limit));
  }
  const end = wordEnd(bytes, start, limit, pipe);
  return plain(wordKind(bytes, start, end, pipe), Math.max(end, start + 1));
}

function wordKind(bytes: Uint8Array, start: number, end: number, pipe: boolean): ColumnKind {
  if (end - start === 1 && bytes[start] === DASH) return 'dash';
  let p = start;
  while (p < end && isDigitByte(bytes[p])) p++;
  if (p === end) return 'integer';
  return !pipe && end - start > 1 && bytes[end - 1] === COLON ? 'component' : 'word';
}

/** End of a time's column, with the bracket it stands in and one mark behind it; -1 where the bracket holds more. */
export function timeEnd(bytes: Uint8Array, start: number, end: number, limit: number): number {
  if (bytes[start] !== OPEN_BRACKET) return skipMark(bytes, end, limit);
  return bytes[end] === CLOSE_BRACKET ? skipMark(bytes, end + 1, limit) : -1;
}

/**
 * End of the level at `start`: `INFO`, `INFO:`, `[error]`, `[WARN ]`; -1 where there is none. What follows the colon is the next column.
 */
export function levelEnd(bytes: Uint8Array, start: number, limit: number): number {
  const bracket = bytes[start] === OPEN_BRACKET;
  const from = bracket ? skipSpace(bytes, start + 1, limit) : start;
  let end = lettersEnd(bytes, from, limit);
  if (severityOf(bytes, from, end) === 0) return -1;
  if (bracket) {
    end = skipSpace(bytes, end, limit);
    return bytes[end] === CLOSE_BRACKET ? skipMark(bytes, end + 1, limit) : -1;
  }
  const marked = skipMark(bytes, end, limit);
  if (end - from === 1 && marked > end) return -1;
  return marked > end || endsColumn(bytes, end, limit) ? marked : -1;
}
