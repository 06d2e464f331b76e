import type { Bytes } from '../core/base/units.ts';

/** Why a source could not be taken in. Plain data: it crosses threads. */
export type ReadProblem =
  | { readonly kind: 'empty'; readonly file: string }
  /** All lines are blank. */
  | { readonly kind: 'blank'; readonly file: string }
  | { readonly kind: 'compressed'; readonly file: string; readonly type: string }
  /** An archive ends before its content does; `bytes` were unpacked. */
  | { readonly kind: 'truncated'; readonly file: string; readonly bytes: Bytes }
  /** An archive that cannot be unpacked; `reason` ends a sentence after a colon. */
  | { readonly kind: 'damaged'; readonly file: string; readonly reason: string; readonly bytes: Bytes }
  /** `bytesRead` of an archive became `bytes`, which no log does. */
  | { readonly kind: 'bomb'; readonly file: string; readonly bytes: Bytes; readonly bytesRead: Bytes }
  /** `type` is what the first bytes say, or `binary data`. */
  | { readonly kind: 'binary'; readonly file: string; readonly type: string }
  /** So much that a person is asked first; `offer` is what can be read of it without that. */
  | {
      readonly kind: 'large';
      readonly file: string;
      readonly bytes: Bytes;
      readonly lines: number;
      readonly offer: Bytes;
    }
  /** A copy of it, unpacked or in UTF-8, is more than can be kept. */
  | { readonly kind: 'no-room'; readonly file: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string }
  /** The file became shorter while it was read. */
  | { readonly kind: 'changed'; readonly file: string }
  | { readonly kind: 'cancelled' };
