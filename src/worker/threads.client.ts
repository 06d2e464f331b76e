import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import { createWorker } from './create-worker.client.ts';
import dataUrl from './data.worker.ts?worker&url';
import modelUrl from './model.worker.ts?worker&url';
import { networkLocked } from './network-lock.api.ts';
import { remote } from './remote.client.ts';
import { connect } from './rpc.client.ts';

/** Threads start with their first call: the model's, with tfjs, when something is to be trained or scored. */
export function startThreads() {
  const data = connect<DataApi>('data', () => createWorker(dataUrl));
  const model = connect<ModelApi>('model', () => createWorker(modelUrl));
  return {
    /** Starts the data thread, so that it is there when the first file comes. */
    warmUp: () => data.start(),
    data: remote(data),
    model: (signal: AbortSignal) => remote(model, signal),
    networkLocked: async () => (await networkLocked()) && (await data.networkLocked()),
  };
}
