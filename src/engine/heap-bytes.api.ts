import type { Bytes } from '../core/base/units.ts';

/** What this thread's objects take; only Chromium tells. */
export function heapBytes(): Bytes | undefined {
  return memoryOf(performance)?.usedJSHeapSize;
}

/** Not standard, so it is in no type of the DOM. */
function memoryOf(clock: Performance & { readonly memory?: { readonly usedJSHeapSize: Bytes } }) {
  return clock.memory;
}
