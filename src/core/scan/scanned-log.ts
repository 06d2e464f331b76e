import type { PackedColumn } from '../base/packed-column.ts';
import type { Bytes, Milliseconds } from '../base/units.ts';

/**
 * What every line of a log became, as columns. Nothing here holds raw text: a view reads a line back by its byte range.
 * Lines count from 0 through all files in the order they were read.
 */
export interface ScannedLog {
  readonly files: readonly ScannedFile[];
  /** Physical lines in all files: the length of `signature`, `time`, `start` and `severity`. */
  readonly lines: number;
  readonly blankLines: number;
  /** Lines that continue the record of the line before them, as those of a stack trace do; not mined by themselves. */
  readonly joinedLines: number;
  /** Lines the header did not match; they are mined whole, never dropped. */
  readonly headerlessLines: number;
  /** Shape [lines]: 1 for a line the header did not match, 0 for others; undefined where it matched all. */
  readonly headerless: PackedColumn | undefined;
  /** Lines longer than the mining limit, mined by their first part; ascending. */
  readonly cutLines: Int32Array;
  /** Lines with characters that could not be decoded, so that U+FFFD stands for them; ascending. */
  readonly replacedLines: Int32Array;
  /** How many U+FFFD there are in them, as far as the lines are mined. */
  readonly replacedCharacters: number;
  /** Index into `signatures`; `BLANK` or `JOINED` for a line without one. */
  readonly signature: PackedColumn;
  /** In whole milliseconds, without gaps: a line without a time has that of the line before. All NaN in a log without times. */
  readonly time: PackedColumn;
  /** Lines that carry a time. */
  readonly datedLines: number;
  /** Lines whose time lies before that of the last line with a time. */
  readonly backwardLines: number;
  readonly span: TimeSpan | undefined;
  /** Byte offset of the line's first byte in its file. A line ends where the next one starts, or at the file's end. */
  readonly start: PackedColumn;
  /** {@link Severity} of the line, 0 where none was found. */
  readonly severity: PackedColumn;
  readonly signatures: readonly Signature[];
  /** Of the values of all lines; undefined where they would take too much memory, and in a widened log. */
  readonly sketches: SignatureSketches | undefined;
  /** Set where lines came in too many kinds, so that rare words were read as values. */
  readonly widened?: Widened | undefined;
  /** Plain numbers of the lines of each block of `signature`, one line's after the other's. */
  readonly numbers: readonly Float32Array[];
  /** One per candidate rule that was asked for, in that order. */
  readonly identifiers: readonly IdentifierColumn[];
}

export interface ScannedFile {
  readonly name: string;
  readonly size: Bytes;
  readonly firstLine: number;
  readonly lines: number;
}

/**
 * All lines whose content is the same once its values are masked: the unit that Drain clusters. Several may have the same
 * tokens, as where a value is a number in some lines and a name in others.
 */
export interface Signature {
  /** Masked tokens, `<*>` for a variable one. */
  readonly tokens: readonly string[];
  /** Plain numbers in each of its lines. */
  readonly numbers: number;
  readonly count: number;
  /** First line with this signature; its raw text gives the display text. */
  readonly firstLine: number;
}

/**
 * About how many distinct values each masked value of each signature has: one sketch each (`base/distinct-sketch.ts`) for the
 * first 16 values of a line, in the order they stand there.
 */
export interface SignatureSketches {
  readonly registers: Uint8Array;
  /** Shape [signatures + 1]: where the sketches of each signature begin in `registers`; the next one's begin where they end. */
  readonly at: Int32Array;
}

export interface Widened {
  /** Words that were seen less often were read as values. */
  readonly leastCount: number;
  /** There were more kinds of lines than this. */
  readonly signatures: number;
}

/** The identifiers that one session rule found. A line may name several. */
export interface IdentifierColumn {
  readonly ids: readonly string[];
  /** Index into `ids` of the first identifier in each line; -1 where it names none. */
  readonly first: PackedColumn;
  /** Further (line, id) pairs by turns, in line order. */
  readonly more: Int32Array;
}

/** Six bands as in OpenTelemetry, 0 = none found. */
export const SEVERITIES = ['none', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The time span of the lines that carry a time; `undefined` where none does. */
export interface TimeSpan {
  readonly first: Milliseconds;
  readonly last: Milliseconds;
}
