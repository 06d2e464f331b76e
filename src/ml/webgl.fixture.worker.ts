import * as tf from '@tensorflow/tfjs-core';
import type { Backend, BackendChoice, TrainedKeyModel } from '../core/sequence/key-model.ts';
import { configureWasm, type WasmUrls, webglContext } from './backend.ts';
import { chooseBackend } from './choose-backend.ts';
import { predictNext } from './predict.ts';
import { trainKeyModel } from './train.ts';
import { WORKFLOW_OPTIONS, windowSets, workflowSessions } from './windows.fixture.ts';

/** What the browser test asks of its worker. */
export interface WorkerRequest {
  readonly wasm: WasmUrls;
  readonly override: Backend | undefined;
  readonly epochs?: number;
  /** Lose the GPU after the first pass. */
  readonly loseGpu?: boolean;
  /** Compute as on a GPU that has 16-bit numbers alone. */
  readonly halfPrecision?: boolean;
}

export type WorkerAnswer =
  | {
      readonly choice: BackendChoice;
      readonly model: TrainedKeyModel;
      readonly updates: number;
      readonly probabilities: Float32Array;
    }
  | { readonly error: string };

self.onmessage = async ({ data }: MessageEvent<WorkerRequest>) => {
  self.postMessage(await answer(data).catch((error: unknown): WorkerAnswer => ({ error: String(error) })));
};

async function answer({ wasm, override, epochs = 2, loseGpu, halfPrecision }: WorkerRequest): Promise<WorkerAnswer> {
  configureWasm(wasm);
  if (halfPrecision) tf.env().set('WEBGL_FORCE_F16_TEXTURES', true);
  const { signal } = new AbortController();
  const choice = await chooseBackend(override);
  const { train, validation } = windowSets(workflowSessions(36), 3, 30);
  const onEpoch = () => {
    if (loseGpu) webglContext()?.getExtension('WEBGL_lose_context')?.loseContext();
  };
  let updates = 0;
  const control = { onEpoch, signal, shouldStop: () => false, offerSnapshot: () => updates++ };
  const { model } = await trainKeyModel(train, validation, { ...WORKFLOW_OPTIONS, epochs }, control, choice);
  const probabilities = await predictNext(model.weights, train.windows, choice.backend, { signal });
  return { choice, model, updates, probabilities };
}
