import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';

/** The threads as the page needs them. */
export interface ThreadHost {
  readonly data: DataApi;
  /** Aborting the signal ends the model thread; the next call starts another. */
  model(signal: AbortSignal): ModelApi;
  /** Whether the browser refuses requests to other origins, asked on the page and in the threads. */
  networkLocked(): Promise<boolean>;
}

/** What runs on them. */
export interface Job {
  readonly abort: AbortController;
  readonly model: ModelApi;
  readonly done: Promise<void>;
}
