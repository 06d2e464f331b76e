import { setImmediate } from 'node:timers/promises';

const COLLECTIONS = 3;

/** Objects and array buffers of this thread, in bytes, right now. */
export function heapInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The same without garbage, where Node runs with `--expose-gc`. */
export async function heapKept(): Promise<number> {
  // What a collection frees of array buffers is counted by the next one.
  for (let round = 0; round < COLLECTIONS; round++) {
    globalThis.gc?.();
    await setImmediate();
  }
  return heapInUse();
}
