import type { DetectorName } from '../detect/finding.ts';

/** A session of the training period that is not learnt from. */
export interface LeftOutSession {
  readonly session: string;
  /** The one that found it. */
  readonly detector: DetectorName;
}
