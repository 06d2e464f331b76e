import type { EpochLog } from '../core/sequence/key-model.ts';
import type { TrainingEvent } from '../core/sequence/training-event.ts';
import { type WasmUrls, webglContext } from '../ml/backend.ts';
import { WORKFLOW_OPTIONS, windowSets, workflowSessions } from '../ml/windows.fixture.ts';
import { ModelEngine } from './model-engine.ts';

export interface ResetRequest {
  readonly wasm: WasmUrls;
  /** Epochs after which the GPU is lost, each once. */
  readonly loseAfter: readonly number[];
  /** Lose it once more, between training and prediction. */
  readonly loseBeforePrediction: boolean;
}

export interface ResetAnswer {
  readonly backend: string;
  readonly losses: readonly number[];
  readonly events: readonly Exclude<TrainingEvent, { readonly is: 'snapshot' }>[];
  readonly probabilities: Float32Array;
}

self.onmessage = async ({ data }: MessageEvent<ResetRequest>) => {
  self.postMessage(await answer(data).catch((error: unknown) => ({ error: String(error) })));
};

function loseGpu(): void {
  webglContext()?.getExtension('WEBGL_lose_context')?.loseContext();
}

async function answer({ wasm, loseAfter, loseBeforePrediction }: ResetRequest): Promise<ResetAnswer> {
  const engine = new ModelEngine(wasm);
  await engine.choose('webgl');
  const { train, validation } = windowSets(workflowSessions(12), 5, 10);
  const left = new Set(loseAfter);
  const onEpoch = ({ epoch }: EpochLog) => {
    if (left.delete(epoch)) loseGpu();
  };
  const events: ResetAnswer['events'][number][] = [];
  const onEvent = (event: TrainingEvent) => {
    if (event.is !== 'snapshot') events.push(event);
  };
  const model = await engine.train(train, validation, { ...WORKFLOW_OPTIONS, epochs: 4 }, onEpoch, onEvent);
  if (loseBeforePrediction) loseGpu();
  await engine.load(model.weights);
  const probabilities = await engine.predict(train.windows);
  const losses = model.epochs.map(({ trainLoss }) => trainLoss);
  return { backend: model.backend.backend, losses, events, probabilities };
}
