import type { Milliseconds } from '../../base/units.ts';
import type { ReasonSignature } from '../signature.ts';

export const VERDICTS = ['normal', 'anomaly'] as const;
export type MarkVerdict = (typeof VERDICTS)[number];

/** What a mark speaks of: one session, all that are flagged for the same reason, or all that are flagged at the same template. */
export const REACHES = ['session', 'reason', 'template'] as const;
export type Reach = (typeof REACHES)[number];

/** What a person says of a session. Field names are part of the file format (docs/file-formats.md). */
export interface Mark {
  readonly session: string;
  readonly file: string;
  /** 1-based: of the event that was flagged, and of the whole session. */
  readonly line: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Why it was flagged; undefined where it was not, and then the mark speaks of the session alone. */
  readonly signature: ReasonSignature | undefined;
  readonly verdict: MarkVerdict;
  readonly reach: Reach;
  /** Empty for none. */
  readonly note: string;
  /** When it was made. */
  readonly time: Milliseconds;
}

/** Marks that hide more than the session they were made on. */
export function isRule({ verdict, reach }: Mark): boolean {
  return verdict === 'normal' && reach !== 'session';
}
