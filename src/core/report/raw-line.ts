import type { LineKind } from '../scan/line-kinds.ts';

/** Kinds of lines that can be listed. `unparsed`: without the log format of a classic parser. */
export type ListedKind = LineKind | 'unparsed';

/** A raw line as read back from its file. */
export interface ListedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** The text was longer and is cut. */
  readonly cut: boolean;
}

/** A raw line beside others of a session. */
export interface RawLine extends ListedLine {
  /** It belongs to the session that was asked for. */
  readonly inSession: boolean;
}
