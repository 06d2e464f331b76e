import type { HeaderFormat } from '../../core/scan/header-format.ts';
import type { RecordFormat } from '../../core/scan/records/record-format.ts';

/** What is known of a log before its format is. */
export interface FormatSample {
  /** Lines from all over the files, without line ends and escape sequences; none is blank. */
  readonly lines: readonly string[];
  /** The first bytes of the first file, up to 256 KiB. */
  readonly head: Uint8Array;
  /** Whether `head` is all of it. */
  readonly isWhole: boolean;
  /** In files with columns or named fields. */
  readonly columns?: ColumnChoice | undefined;
}

/** Names of columns, or of fields with the outer ones before a dot, that a person chose. */
export interface ColumnChoice {
  readonly time?: string | undefined;
  readonly level?: string | undefined;
  readonly message?: string | undefined;
  /** Its values name sessions. */
  readonly session?: string | undefined;
}

/** Places of the cells that logparser adds to a record. */
export interface MinedColumns {
  readonly eventId: number;
  readonly eventTemplate: number;
}

/** How a log is read. */
export interface LogFormat {
  /** For people: `JSON Lines`, `Apache combined access log`. */
  readonly name: string;
  /** Of the lines that the scanner reads. */
  readonly header: HeaderFormat;
  /** Undefined where these are the lines of the file. */
  readonly records: RecordFormat | undefined;
  /** Names of all columns of the file or fields of its records, of which a {@link ColumnChoice} may name some. */
  readonly columnNames?: readonly string[] | undefined;
  /** Where each record says its template, as somebody else mined it. */
  readonly mined?: MinedColumns | undefined;
  /** The header column that names the session of each record, where the format itself says so. */
  readonly session?: string | undefined;
}

export interface FormatCandidate extends LogFormat {
  /** Part of the sampled lines that have the format, in [0, 1]. */
  readonly share: number;
}

/** Looks for one kind of format. */
export type DetectFormat = (sample: FormatSample) => FormatCandidate | undefined;
