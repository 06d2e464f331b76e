import type { SentRequest } from '../core/report/sent-request.ts';
import type { MemoryUse } from '../core/report/thread-memory.ts';
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

/** What can be seen of the threads, and of the page. */
export interface ThreadWatch {
  /** In the order in which they were heard of; more come while the page is open. */
  requests(): readonly SentRequest[];
  memory(): Promise<MemoryUse>;
}

/** What runs on them. */
export interface Job {
  readonly abort: AbortController;
  readonly model: ModelApi;
  readonly done: Promise<void>;
}
