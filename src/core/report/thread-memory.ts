import type { Bytes } from '../base/units.ts';

/** What a thread holds in memory. */
export interface ThreadMemory {
  /** Its objects, as the browser counts them; undefined where it does not tell. */
  readonly heapBytes: Bytes | undefined;
  /** What the program counts itself, since a heap does not hold it: buffers, and the tensors of a model. */
  readonly bufferBytes: Bytes;
}

export type ThreadName = 'page' | 'data' | 'model';

/** Threads that have started. */
export type MemoryUse = readonly (ThreadMemory & { readonly thread: ThreadName })[];
