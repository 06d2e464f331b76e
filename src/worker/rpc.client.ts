import type { ThreadMemory } from '../core/report/thread-memory.ts';
import { Connection, type Limits, WorkerDied } from './connection.client.ts';

const LIMITS: Limits = { startMs: 60_000, beatMs: 5_000, silentBeats: 12 };

type FunctionName<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Api] &
  string;
type ArgumentsOf<F> = F extends (...args: infer A) => unknown ? A : never;
type ResultOf<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;

export interface CallOptions {
  /** Aborting terminates the worker, since a busy one would not listen; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface WorkerClient<Api> {
  /**
   * Runs one function of the worker, which starts with the first call. Functions among `args` are called in order, until
   * the call settles and never after. To hand over a buffer, mark the argument that holds it with Comlink's `transfer`.
   *
   * Always settles: rejects with {@link WorkerDied} when the worker ends first, with the signal's reason when aborted,
   * and with what the function threw.
   */
  call<Name extends FunctionName<Api>>(
    name: Name,
    args: ArgumentsOf<Api[Name]>,
    options?: CallOptions,
  ): Promise<ResultOf<Api[Name]>>;
  /** Starts the worker ahead of its first call. */
  start(): void;
  /** Like {@link networkLocked} of the page, but asked in the worker. */
  networkLocked(): Promise<boolean>;
  /** Undefined where the worker has not started, or has ended. */
  memory(): Promise<ThreadMemory | undefined>;
  /** Ends the worker now; its pending calls reject. */
  terminate(): void;
}

/**
 * A typed connection to a worker that was written with `serve`.
 *
 * @param name the worker's name in error messages
 * @param create starts a worker; what it throws counts as its death
 */
export function connect<Api>(name: string, create: () => Worker, limits: Limits = LIMITS): WorkerClient<Api> {
  let current: Connection | undefined;
  const connection = (): Connection => {
    if (!current || current.dead) current = new Connection(name, started(name, create), limits);
    return current;
  };
  return {
    // The one place where the untyped wire meets the typed API.
    call: async (method, args, { signal } = {}) => (await connection().call(method, args, signal)) as never,
    start: () => void connection(),
    networkLocked: async () => await connection().networkLocked(),
    memory: async () => (current && !current.dead ? await current.memory().catch(() => undefined) : undefined),
    terminate: () => current?.kill(new WorkerDied(name, 'was stopped')),
  };
}

function started(name: string, create: () => Worker): Worker {
  try {
    return create();
  } catch (cause) {
    throw new WorkerDied(name, 'could not be created', cause);
  }
}
