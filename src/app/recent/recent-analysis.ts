import type { Bytes, Milliseconds } from '../../core/base/units.ts';

/** An analysis as the start page lists it later: names and numbers, and no text of the log, not even its templates. */
export interface RecentAnalysis {
  /** The same for logs of the same names and size. */
  readonly id: string;
  readonly names: readonly string[];
  readonly bytes: Bytes;
  readonly lines: number;
  readonly sessions: number;
  readonly flagged: number;
  readonly savedAt: Milliseconds;
  /** Query of an address with its settings; empty where all were as by default. */
  readonly search: string;
  /** Whether its detector, which holds the templates of the log, is kept beside it, as a person asked. */
  readonly hasDetector: boolean;
}
