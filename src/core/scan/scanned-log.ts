import type { Bytes, Milliseconds } from '../base/units.ts';

/**
 * What every line of a log became, as columns. Nothing here holds raw text: a view reads a line back by its byte range.
 * Lines count from 0 through all files in the order they were read.
 */
export interface ScannedLog {
  readonly files: readonly ScannedFile[];
  /** Physical lines in all files; `signature`, `time`, `start`, `level` have this length. */
  readonly lines: number;
  readonly blankLines: number;
  /** Lines the header did not match; they are mined whole, never dropped. */
  readonly headerlessLines: number;
  /** Lines longer than the mining limit, mined by their first part. */
  readonly cutLines: number;
  /** Index into `signatures`; -1 for a blank line. */
  readonly signature: Int32Array;
  readonly time: Float64Array;
  /** Byte offset of the line's first byte in its file. A line ends where the next one starts, or at the file's end. */
  readonly start: Float64Array;
  /** {@link Severity} of the line, 0 where none was found. */
  readonly severity: Uint8Array;
  readonly signatures: readonly Signature[];
  /** One per candidate rule that was asked for, in that order. */
  readonly identifiers: readonly IdentifierColumn[];
}

export interface ScannedFile {
  readonly name: string;
  readonly size: Bytes;
  readonly firstLine: number;
  readonly lines: number;
}

/** All lines whose content is the same once its variable tokens are masked: the unit that Drain clusters. */
export interface Signature {
  /** Masked tokens, `<*>` for a variable one. */
  readonly tokens: readonly string[];
  readonly count: number;
  /** First line with this signature; its raw text gives the display text. */
  readonly firstLine: number;
}

/** The identifiers that one session rule found, as (line, id) pairs in line order; a line may name several. */
export interface IdentifierColumn {
  readonly ids: readonly string[];
  readonly line: Int32Array;
  /** Index into `ids`. */
  readonly id: Int32Array;
}

/** Six bands as in OpenTelemetry, 0 = none found. */
export const SEVERITIES = ['none', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The time span of the lines that carry a time; `undefined` where none does. */
export interface TimeSpan {
  readonly first: Milliseconds;
  readonly last: Milliseconds;
}
