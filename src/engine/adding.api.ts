import type { Mark } from '../core/detect/marks/mark.ts';
import type { KeyModelWeights } from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

export interface AddOptions {
  /** As the log was grouped. */
  readonly files: 'merged' | 'apart';
  /** Sessions that stand apart from all others are not learnt from. */
  readonly leaveOut: boolean;
  /** What was said of sessions: those that are called anomalous are not learnt from. */
  readonly marks: readonly Mark[];
}

export interface BegunAdding {
  readonly sets: { readonly training: WindowSet; readonly validation: WindowSet };
  /** What training begins with. */
  readonly weights: KeyModelWeights;
  /** Whether the numbers in lines are foretold already: else a regression may learn to. */
  readonly foretells: boolean;
}
