import type { MemoryUse } from '../core/report/thread-memory.ts';
import type { DataApi } from '../engine/data.api.ts';
import { heapBytes } from '../engine/heap-bytes.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import { createWorker } from './create-worker.client.ts';
import dataUrl from './data.worker.ts?worker&url';
import modelUrl from './model.worker.ts?worker&url';
import { networkLocked } from './network-lock.api.ts';
import { remote } from './remote.client.ts';
import { collectRequests } from './request-channel.ts';
import { connect } from './rpc.client.ts';

/** Threads start with their first call: the model's, with tfjs, when something is to be trained or scored. */
export function startThreads() {
  const data = connect<DataApi>('data', () => createWorker(dataUrl));
  const model = connect<ModelApi>('model', () => createWorker(modelUrl));
  const requests = collectRequests();
  return {
    /** Starts the data thread, so that it is there when the first file comes. */
    warmUp: () => data.start(),
    data: remote(data),
    model: (signal: AbortSignal) => remote(model, signal),
    /** Of the page and of all threads, also of those that have ended. */
    requests: () => requests,
    memory: async (): Promise<MemoryUse> => {
      const [ofData, ofModel] = await Promise.all([data.memory(), model.memory()]);
      return [
        { thread: 'page', heapBytes: heapBytes(), bufferBytes: 0 },
        ...(ofData ? [{ thread: 'data', ...ofData } as const] : []),
        ...(ofModel ? [{ thread: 'model', ...ofModel } as const] : []),
      ];
    },
    networkLocked: async () => (await networkLocked()) && (await data.networkLocked()),
  };
}
