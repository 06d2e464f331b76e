import type { ThreadMemory } from '../core/report/thread-memory.ts';

/** What every worker exposes; `serve` and `connect` turn it into the worker's own functions. */
export interface Envelope {
  /** The first answer says that the worker has started, later ones that it is alive. */
  ping(): Promise<void>;
  networkLocked(): Promise<boolean>;
  memory(): Promise<ThreadMemory>;
  /** Runs one function of the worker's API. Functions among the arguments are {@link Batch} receivers. */
  call(method: string, ...args: readonly unknown[]): Promise<unknown>;
}

/** Argument lists of calls to one callback, in order. */
export type Batch = readonly (readonly unknown[])[];
