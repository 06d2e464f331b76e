import type { ScanApi } from '../engine/scan.api.ts';
import type { ScanPool } from '../engine/scan-pool.ts';
import { takingTurns } from '../engine/taking-turns.ts';
import { bootWorker } from './boot-worker.ts';
import { connect } from './rpc.client.ts';
import scanUrl from './scan.worker.ts?worker&url';

/** More threads wait for the disk and for memory. */
const MOST_THREADS = 4;

/** Scan threads of the thread that calls it; each starts with its first part. */
export function startScanPool(size: number = Math.min(navigator.hardwareConcurrency, MOST_THREADS)): ScanPool {
  const threads = Array.from({ length: size - 1 }, () =>
    connect<ScanApi>('scan', () => bootWorker(scanUrl, import.meta.url)),
  );
  const nextThread = takingTurns(threads);
  return {
    size,
    scan: async (job, onProgress, signal) => nextThread().call('scan', [job, onProgress], { signal }),
    countWords: async (job, onProgress, signal) => nextThread().call('countWords', [job, onProgress], { signal }),
  };
}
