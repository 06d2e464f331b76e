import { heapInUse, heapKept } from './heap-kept.ts';
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
  return { peakRss, peakHeap, keptHeap: await heapKept(), bytesPerLine: parsed.bytesPerLine() };
}

const [path = '', workers = '1'] = process.argv.slice(2);
process.send?.(await measure(path, Number(workers)));
