import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a log should be read as. Expressions stand for many lines at once; a group `content` holds what is to be mined. */
export interface FormatTruth {
  /** Lines of text with this header; of the others, blank ones are blank and the rest continue a record. */
  readonly head?: string;
  /** A log that is no plain lines of text. */
  readonly records?: RecordTruth;
  /** Expressions whose first group is a right session identifier, in the raw text; none where the log has none. */
  readonly session: readonly string[];
  /** ISO time of the first and the last record by time; left out where the log has none or no date. */
  readonly first?: string;
  readonly last?: string;
  /** When the file was written, for logs without years. */
  readonly modified?: string;
  /** Other than UTF-8, as `TextDecoder` names it. */
  readonly encoding?: string;
  /** Milliseconds by which the times may be off. */
  readonly tolerance?: number;
}

export interface RecordTruth {
  /** Head lines (`top`, else all that are not indented) that have their message on the next line; `head` reads both as one. */
  readonly glue?: 2;
  readonly head?: string;
  readonly top?: string;
  /** Each line is a record, of which the expression takes the content. */
  readonly regex?: string;
  /** JSON: lines, or documents with records below `document`; the content stands at `path`. */
  readonly document?: readonly string[];
  readonly path?: readonly string[];
  /** The path where a record has nothing at `path`. */
  readonly otherwise?: readonly string[];
  /** Taken off the content: what a header of its own in it would be. */
  readonly strip?: string;
  /** Column of the content; `header` where the first row names columns. */
  readonly csv?: number;
  readonly delimiter?: string;
  readonly header?: boolean;
  /** The content has no one place; only the times and the session are compared. */
  readonly none?: boolean;
}

export type Truths = Readonly<Record<string, FormatTruth>>;

/** @throws SyntaxError where `truth.json` is broken */
export function readTruths(directory: string): Truths {
  return JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8'));
}
