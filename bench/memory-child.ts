import { setImmediate } from 'node:timers/promises';
import { parseFile } from './parse-file.ts';

/** In bytes. */
export interface MemoryUse {
  /** Of the whole process, its threads and the program itself. */
  readonly peakRss: number;
  /** Objects and array buffers of the main thread, garbage included; looked at ten times a second. */
  readonly peakHeap: number;
  /** The same after collecting garbage, with the log open. */
  readonly keptHeap: number;
  readonly bytesPerLine: number;
}

const INTERVAL_MS = 100;
const COLLECTIONS = 3;

function heapInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function measure(path: string, workers: number): Promise<MemoryUse> {
  let peakHeap = 0;
  const look = () => {
    peakHeap = Math.max(peakHeap, heapInUse());
  };
  const timer = setInterval(look, INTERVAL_MS);
  const parsed = await parseFile(path, workers);
  look();
  clearInterval(timer);
  const peakRss = process.resourceUsage().maxRSS * 1024;
  // What a collection frees of array buffers is counted by the next one.
  for (let round = 0; round < COLLECTIONS; round++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const keptHeap = heapInUse();
  return { peakRss, peakHeap, keptHeap, bytesPerLine: parsed.bytesPerLine() };
}

const [path = '', workers = '1'] = process.argv.slice(2);
process.send?.(await measure(path, Number(workers)));
