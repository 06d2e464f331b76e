import { Worker } from 'node:worker_threads';
import type { ScanApi, ScanJob } from '../src/engine/scan.api.ts';
import type { ScanPool } from '../src/engine/scan-pool.ts';
import { takingTurns } from '../src/engine/taking-turns.ts';
import type { ReadProgress } from '../src/ingest/read-log.ts';
import { IS_PACKED, packedFile } from './packed.ts';

export interface ThreadJob {
  readonly id: number;
  readonly work: keyof ScanApi;
  readonly job: ScanJob;
}

export type ThreadAnswer = { readonly id: number } & (
  | { readonly progress: ReadProgress }
  | { readonly outcome: Awaited<ReturnType<ScanApi[keyof ScanApi]>> }
);

/** `--import tsx` does not reach threads in Node 20. */
const BOOT = `
import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData);
});`;

/** Threads of the command line; each starts with its first part, and none keeps a program from its end. */
export function startScanPool(size: number): ScanPool {
  const nextThread = takingTurns(Array.from({ length: size - 1 }, () => new ScanThread()));
  return {
    size,
    scan: async (...job) => nextThread().run<'scan'>('scan', ...job),
    countWords: async (...job) => nextThread().run<'countWords'>('countWords', ...job),
  };
}

class ScanThread {
  private worker: Worker | undefined;
  private jobs = 0;

  run<Work extends keyof ScanApi>(
    work: Work,
    job: ScanJob,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): ReturnType<ScanApi[Work]>;
  run(
    work: keyof ScanApi,
    job: ScanJob,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<unknown> {
    const id = this.jobs++;
    const worker = this.worker ?? this.start();
    this.worker = worker;
    worker.ref();
    return new Promise((resolve, reject) => {
      const answered = (answer: ThreadAnswer) => {
        if (answer.id !== id) return;
        if ('progress' in answer) onProgress(answer.progress);
        else settle(() => resolve(answer.outcome));
      };
      const ended = (status: number) => settle(() => reject(new Error(`A scan thread ended with status ${status}`)));
      const aborted = () => {
        this.worker = undefined;
        void worker.terminate();
        settle(() => reject(signal.reason));
      };
      const settle = (how: () => void) => {
        worker.off('message', answered).off('exit', ended).unref();
        signal.removeEventListener('abort', aborted);
        how();
      };
      worker.on('message', answered).on('exit', ended);
      signal.addEventListener('abort', aborted, { once: true });
      worker.postMessage({ id, work, job } satisfies ThreadJob);
    });
  }

  /** A thread that fails ends; who has lost its work learns it from that. */
  private start(): Worker {
    const worker = IS_PACKED
      ? new Worker(packedFile('scan-thread.js'))
      : new Worker(BOOT, { eval: true, workerData: new URL('./scan-thread.ts', import.meta.url).href });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = undefined;
    });
    worker.unref();
    return worker;
  }
}
