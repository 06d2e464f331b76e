import type {
  Backend,
  BackendChoice,
  EpochLog,
  KeyModelWeights,
  TrainedKeyModel,
  TrainingOptions,
} from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { configureWasm, type WasmUrls } from '../ml/backend.ts';
import { chooseBackend } from '../ml/choose-backend.ts';
import { predictNext } from '../ml/predict.ts';
import { trainKeyModel } from '../ml/train.ts';
import type { ModelApi } from './model.api.ts';

/** The key model, as the model thread offers it. */
export class ModelEngine implements ModelApi {
  private choice: BackendChoice | undefined;
  private weights: KeyModelWeights | undefined;
  private stopping = false;
  private resumed: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;
  /** The thread is ended instead. */
  private readonly signal = new AbortController().signal;

  /** @param wasm where the binaries of the wasm backend are; Node finds them by itself */
  constructor(wasm?: WasmUrls) {
    if (wasm !== undefined) configureWasm(wasm);
  }

  async choose(override: Backend | 'auto'): Promise<BackendChoice> {
    this.choice = await chooseBackend(override === 'auto' ? undefined : override);
    return this.choice;
  }

  async train(
    training: WindowSet,
    validation: WindowSet,
    options: TrainingOptions,
    onEpoch: (log: EpochLog) => void,
  ): Promise<TrainedKeyModel> {
    this.stopping = false;
    const control = {
      onEpoch,
      signal: this.signal,
      shouldStop: () => this.stopping,
      resumed: () => this.resumed,
    };
    const judged = validation.total > 0 ? validation : undefined;
    const { model } = await trainKeyModel(training, judged, options, control, this.chosen());
    return model;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.release();
  }

  async pause(paused: boolean): Promise<void> {
    this.release();
    if (!paused) return;
    this.resumed = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  async load(weights: KeyModelWeights): Promise<void> {
    this.weights = weights;
  }

  async predict(windows: Int32Array): Promise<Float32Array> {
    if (this.weights === undefined) throw new Error('No weights are loaded');
    return predictNext(this.weights, windows, this.chosen().backend, { signal: this.signal });
  }

  private chosen(): BackendChoice {
    if (this.choice === undefined) throw new Error('No backend is chosen');
    return this.choice;
  }
}
