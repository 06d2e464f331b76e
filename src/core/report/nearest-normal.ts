import type { AlignedStep } from '../explain/folded-steps.ts';

/** The normal sessions that a session is most like, and how it departs from them. */
export interface NearestNormal {
  /** One of them. */
  readonly session: string;
  /** How many have the same log keys in the same order. */
  readonly sessions: number;
  /** Events to take out, to put in, or to swap with their neighbour; 0 where the order of events is that of these sessions. */
  readonly distance: number;
  /** None where the distance is 0. */
  readonly steps: readonly AlignedStep[];
}
