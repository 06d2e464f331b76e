import type {
  TrainedValues,
  ValueModelWeights,
  ValueTraining,
  ValueWindows,
} from '../core/detect/expected/value-model.ts';
import type { ModelMemory } from '../core/report/model-memory.ts';
import type {
  Backend,
  BackendChoice,
  EpochLog,
  KeyModelWeights,
  TrainedKeyModel,
  TrainingOptions,
} from '../core/sequence/key-model.ts';
import type { LearningTask } from '../core/sequence/learning-task.ts';
import type { TrainingEvent } from '../core/sequence/training-event.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { assertNotLost, configureWasm, type WasmUrls } from '../ml/backend.ts';
import { chooseBackend } from '../ml/choose-backend.ts';
import { learnFromMarks } from '../ml/learn.ts';
import { tensorMemory } from '../ml/memory.ts';
import { predictNext } from '../ml/predict.ts';
import { isGpuLost, recoverGpu } from '../ml/recover-gpu.ts';
import { trainKeyModel } from '../ml/train.ts';
import { predictValues } from '../ml/values/predict-values.ts';
import { trainValues } from '../ml/values/train-values.ts';
import { heapBytes } from './heap-bytes.api.ts';
import type { ModelApi } from './model.api.ts';
import { SnapshotClock } from './snapshot-clock.ts';

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
    onEvent: (event: TrainingEvent) => void = () => undefined,
    from?: TrainingSnapshot,
  ): Promise<TrainedKeyModel> {
    this.stopping = false;
    const clock = new SnapshotClock(
      () => performance.now(),
      from,
      (snapshot) => onEvent({ is: 'snapshot', snapshot }),
    );
    const control = {
      onEpoch,
      signal: this.signal,
      shouldStop: () => this.stopping,
      resumed: () => this.resumed,
      offerSnapshot: (take: () => TrainingSnapshot) => {
        // Nothing else tells: all goes on with zeros.
        assertNotLost();
        clock.offer(take);
      },
    };
    const judged = validation.total > 0 ? validation : undefined;
    const run = () => trainKeyModel(training, judged, options, control, this.chosen(), clock.snapshot);
    const { model, snapshot } = await this.survivingResets(run, (backend) =>
      onEvent({ is: 'gpu-reset', epochs: clock.snapshot?.progress.epochs ?? [], backend }),
    );
    onEvent({ is: 'snapshot', snapshot });
    return model;
  }

  async trainValues(
    training: ValueTraining,
    seed: number,
    onProgress?: (share: number) => void,
  ): Promise<TrainedValues> {
    return this.survivingResets(
      () => trainValues(training, seed, this.chosen().backend, undefined, onProgress),
      () => undefined,
    );
  }

  async predictValues(weights: ValueModelWeights, windows: ValueWindows): Promise<Float32Array> {
    return this.survivingResets(
      () => predictValues(weights, windows, this.chosen().backend),
      () => undefined,
    );
  }

  /** Begins `run` anew, on a backend that works, when the GPU is lost on the way. */
  private async survivingResets<Result>(
    run: () => Promise<Result>,
    onReset: (backend: BackendChoice) => void,
  ): Promise<Result> {
    for (let resets = 1; ; resets++) {
      try {
        return await run();
      } catch (error) {
        if (!isGpuLost()) throw error;
        this.choice = await recoverGpu(resets);
        onReset(this.choice);
      }
    }
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

  async memory(): Promise<ModelMemory> {
    return { ...tensorMemory(), heapBytes: heapBytes() };
  }

  async load(weights: KeyModelWeights): Promise<void> {
    this.weights = weights;
  }

  async predict(windows: Int32Array): Promise<Float32Array> {
    if (this.weights === undefined) throw new Error('No weights are loaded');
    const { weights, signal } = this;
    return this.survivingResets(
      () => predictNext(weights, windows, this.chosen().backend, { signal }),
      () => undefined,
    );
  }

  async learn(
    weights: KeyModelWeights,
    task: LearningTask,
    onProgress?: (share: number) => void,
  ): Promise<KeyModelWeights> {
    const control = { signal: this.signal, ...(onProgress && { onProgress }) };
    return this.survivingResets(
      () => learnFromMarks(weights, task, this.chosen().backend, control),
      () => undefined,
    );
  }

  private chosen(): BackendChoice {
    if (this.choice === undefined) throw new Error('No backend is chosen');
    return this.choice;
  }
}
