import type { LogKey } from '../base/brand.ts';

/** A step of one task that starts sessions of another. */
export interface Spawn {
  /** Indices of tasks. */
  readonly from: number;
  readonly to: number;
  readonly key: LogKey;
  /** Of the sessions of `to`, in (0, 1]. */
  readonly share: number;
  /** Their first line also names the session that started them, or their first event follows the step closely in time. */
  readonly by: 'identifier' | 'time';
}
