import type { ColumnKind } from './header-format.ts';
import { COLON, classAt, DASH, DIGIT, OPEN_BRACKET, OPEN_PARENTHESIS } from './kernel/byte-classes.ts';
import { closingBracket, endsColumn, nextColumn, skipMark, timeEnd, timeStart, wordEnd } from './kernel/column-ends.ts';
import { levelTable } from './severity.ts';
import type { TimestampRecogniser } from './timestamp-formats.ts';

/** A column of one line as it looks by itself. */
export interface TypedColumn {
  readonly kind: ColumnKind;
  /** `[start, end)` with brackets and marks. */
  readonly start: number;
  readonly end: number;
  /** Format of a time, else empty. */
  readonly format: string;
  /** Where a time begins, behind an opening bracket or a priority. */
  readonly valueStart: number;
  /** A word that headers have and messages do not begin with, by the way it is written. */
  readonly isFixed: boolean;
  /** `pid=2713`: a message may begin with it, unless a level follows. */
  readonly isPair: boolean;
  /** `stdout` or `stderr`, which container runtimes write. */
  readonly isStream: boolean;
  /** White space between this column and the next. */
  gap: number;
}

/**
 * Types the first columns of a line, at most `count` of them.
 *
 * @param bytes end in LF
 */
export function typeColumns(
  bytes: Uint8Array,
  count: number,
  pipe: boolean,
  recogniser: TimestampRecogniser,
): TypedColumn[] {
  const columns: TypedColumn[] = [];
  const limit = bytes.length - 1;
  let p = nextColumn(bytes, 0, pipe);
  while (p < limit && columns.length < count) {
    const column = typeColumn(bytes, p, pipe, recogniser);
    p = nextColumn(bytes, column.end, pipe);
    column.gap = p - column.end;
    columns.push(column);
  }
  return columns;
}

function typeColumn(bytes: Uint8Array, start: number, pipe: boolean, recogniser: TimestampRecogniser): TypedColumn {
  const valueStart = timeStart(bytes, start);
  const plain = (kind: ColumnKind, end: number) => ({
    kind,
    start,
    end,
    format: '',
    valueStart,
    isFixed: false,
    isPair: false,
    isStream: false,
    gap: 0,
  });
  const time = recogniser.at(bytes, valueStart, bytes.length - 1);
  if (time) {
    return { ...plain('time', timeEnd(bytes, start, time.end)), format: time.format };
  }
  const level = levelTable().levelEnd(bytes, start);
  if (level > 0) return plain('level', level);
  if (bytes[start] === OPEN_BRACKET || bytes[start] === OPEN_PARENTHESIS) {
    const close = closingBracket(bytes, start);
    if (close > 0) return plain('bracket', skipMark(bytes, close + 1));
  }
  const end = Math.max(wordEnd(bytes, start, pipe), start + 1);
  const kind = wordKind(bytes, start, end, pipe);
  const colon = kind === 'word' && !pipe ? paddedColon(bytes, end) : -1;
  if (colon > 0) return plain('component', colon);
  if (kind !== 'word' || end - start > LONGEST_FIXED) return plain(kind, end);
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const isStream = STREAM.test(text);
  const isFixed = isStream || FIXED_WORDS.some((shape) => shape.test(text));
  return { ...plain(kind, end), isFixed, isPair: PAIR.test(text), isStream };
}

const PAIR = /^[\w.-]+=\S*$/;
const STREAM = /^std(?:out|err)$/;
const LONGEST_FIXED = 200;
const FIXED_WORDS: readonly RegExp[] = [
  // The end of a bracket that was opened before: `gateway::server]`.
  /^[^[]+\]$/,
  /^<[^<>]+>$/,
  // A logger: `org.apache.catalina.core.StandardService`, `Contoso.Billing.Mailer[7]`.
  /^[A-Za-z_$][\w$]*(?:\.[\w$]+){2,}$/,
  /^[A-Za-z_$][\w$]*(?:\.[\w$]+)*\[\d+\]$/,
  // A place in code: `server/main.go:42`.
  /^[\w./\\-]*\w\.(?:c|cc|cpp|cs|erl|ex|go|h|java|js|kt|php|py|rb|rs|scala|ts):\d+(?:\(\w+\))?$/,
  // A mark for the level, as Redis has it, or between the header and the message.
  /^(?:[*#.>|]|=+)$/,
  // A process of Erlang and its place in code: `<0.684.0>@order_srv:init:42`.
  /^<[\d.]+>@\S+$/,
  // A thread or an address: `7f6a22eccdf0`, `0x1a2b`.
  /^(?:0x[0-9a-f]+|(?=[a-f]*\d)[0-9a-f]{8,16})$/i,
];

/** Behind a lone colon after a word, which stands there where names are padded to one width (`%-8s: `); -1 where there is none. */
function paddedColon(bytes: Uint8Array, end: number): number {
  const p = nextColumn(bytes, end, false);
  return bytes[p] === COLON && endsColumn(bytes, p + 1) ? p + 1 : -1;
}

function wordKind(bytes: Uint8Array, start: number, end: number, pipe: boolean): ColumnKind {
  if (end - start === 1 && bytes[start] === DASH) return 'dash';
  let p = start;
  while (p < end && classAt(bytes, p) === DIGIT) p++;
  if (p === end) return 'integer';
  return !pipe && end - start > 1 && bytes[end - 1] === COLON ? 'component' : 'word';
}
