import type { LogKey } from '../base/brand.ts';
import type { Bytes, Milliseconds, Nats, Probability } from '../base/units.ts';

/** Why a session is flagged. */
export const CAUSES = [
  'new-template',
  'unexpected-key',
  'ended-early',
  'ran-on',
  'unusual-counts',
  'odd-parameter',
  'slow-step',
  'fast-step',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Ways to tell that a session is unusual; those that point at one event come before those that weigh the whole session. */
export const DETECTORS = ['unseen-key', 'lstm', 'markov', 'values', 'timing', 'rate', 'counts', 'length'] as const;
export type DetectorName = (typeof DETECTORS)[number];

/** One flagged session with its strongest event. Field names are part of the file format (docs/file-formats.md). */
export interface Finding {
  readonly session: string;
  readonly cause: Cause;
  /** -ln of the chance that a normal session is as unusual, capped at {@link MAX_SURPRISE}. */
  readonly score: Nats;
  /** 1-based line of the event, as in an editor. */
  readonly line: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Of the line's first byte in its file. */
  readonly byteOffset: Bytes;
  readonly file: string;
  /** 1-based line in that file; of its lines that were read, where only parts of it were. */
  readonly fileLine: number;
  /** What `byteOffset` counts in: the file as it is, what was unpacked of it, or its text in UTF-8. */
  readonly offsetIn: OffsetIn;
  /** Of the line, or where it carries none of the line before; NaN in a log without times. */
  readonly timestamp: Milliseconds;
  readonly template: string;
  /** -1 for the end of a session. */
  readonly key: LogKey | -1;
  /** Keys of up to three events before it, the latest last. */
  readonly after: readonly LogKey[];
  /** 0 is the likeliest of all symbols. */
  readonly rank: number;
  readonly probability: Probability;
  readonly expected: readonly ExpectedKey[];
  /** One sentence a person can paste into a ticket. */
  readonly reason: string;
  /** The one that named the cause. */
  readonly detector: DetectorName;
}

export type OffsetIn = 'file' | 'unpacked' | 'utf-8';

export interface ExpectedKey {
  /** -1 for the end of the session. */
  readonly key: LogKey | -1;
  readonly template: string;
  readonly probability: Probability;
}

/** Surprise of a probability that single precision cannot tell from zero (1e-7); a key never trained on gets it. */
export const MAX_SURPRISE: Nats = 16.118;
