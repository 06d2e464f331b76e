import type { Nats } from '../base/units.ts';

/** What is said of a session, flagged or not. */
export interface SessionVerdict {
  readonly isFlagged: boolean;
  /** As in a finding: -ln of the chance that a normal session is as unusual, capped at `MAX_SURPRISE`. */
  readonly score: Nats;
}
