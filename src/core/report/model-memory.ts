import type { Bytes } from '../base/units.ts';

/** What training holds in memory. */
export interface ModelMemory {
  readonly tensors: number;
  readonly tensorBytes: Bytes;
  /** Of the thread's own heap; undefined where the browser does not tell. */
  readonly heapBytes: Bytes | undefined;
}
