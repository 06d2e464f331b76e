import type { LogKey } from '../base/brand.ts';

/**
 * The symbols of the sequence model. A symbol is the index of a key the training sessions contain; three more follow:
 * BEGIN (what stands before the first event), END (what follows the last) and UNKNOWN (a key never trained on).
 */
export interface Vocabulary {
  /** Log key of each symbol below `begin`. */
  readonly keys: readonly LogKey[];
  readonly begin: number;
  readonly end: number;
  readonly unknown: number;
  /** Number of symbols: `keys.length + 3`. */
  readonly size: number;
}
