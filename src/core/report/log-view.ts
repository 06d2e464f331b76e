import type { Severity } from '../scan/scanned-log.ts';
import type { ListedLine } from './raw-line.ts';

/** A line as the raw viewer shows it. */
export interface ViewLine extends ListedLine {
  /** That of its record: a line that continues a record has the severity of the record's first line. */
  readonly severity: Severity;
  /** `head`: begins a record; `continued`: belongs to the record of the line before it. */
  readonly kind: 'head' | 'continued' | 'blank';
}

/** What is looked for in the raw lines. */
export interface SearchQuery {
  /** Nothing is looked for where it is empty. */
  readonly text: string;
  /** The text is an expression (RE2 syntax), tried on each line's first 64 KiB. */
  readonly isPattern: boolean;
  /** Whether capital letters (of ASCII where it is no expression) are told from small ones. */
  readonly matchCase: boolean;
}

/** What a search found so far. A line counts once, however often it matches. */
export interface SearchHits {
  /** Lines that match. */
  readonly count: number;
  /** The first 10,000 of them, 1-based, ascending. */
  readonly lines: Int32Array;
  /** Share of the log that was searched, in [0, 1]. */
  readonly done: number;
}
