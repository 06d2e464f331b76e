import { proxy, type Remote, wrap } from 'comlink';
import type { ThreadMemory } from '../core/report/thread-memory.ts';
import type { Batch, Envelope } from './rpc.api.ts';

/** The worker ended, or never started, before it could answer. The next call starts a fresh one, without the old one's state. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
  readonly worker: string;

  /** @param what ends the sentence "The <worker> worker ..." */
  constructor(worker: string, what: string, cause?: unknown) {
    super(`The ${worker} worker ${what}`, { cause });
    this.worker = worker;
  }
}

export interface Limits {
  /** Until the first answer of a fresh worker, its download included. */
  readonly startMs: number;
  readonly beatMs: number;
  /** Beats without a sign of life before a worker counts as dead. Beats, not a clock: a computer that slept has not waited. */
  readonly silentBeats: number;
}

/**
 * One worker from its start to its death. Comlink alone would leave calls pending for ever when a worker ends; here each
 * call settles.
 */
export class Connection {
  dead = false;
  readonly #name: string;
  readonly #worker: Worker;
  readonly #limits: Limits;
  readonly #remote: Remote<Envelope>;
  readonly #pending = new Set<(reason: unknown) => void>();
  readonly #startTimer: ReturnType<typeof setTimeout>;
  #beatTimer: ReturnType<typeof setInterval> | undefined;
  #silentBeats = 0;

  constructor(name: string, worker: Worker, limits: Limits) {
    this.#name = name;
    this.#worker = worker;
    this.#limits = limits;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      // A script that cannot be loaded fires a plain event without a message.
      this.kill(new WorkerDied(name, event.message ? `failed: ${event.message}` : 'could not be loaded', event.error));
    });
    worker.addEventListener('messageerror', () =>
      this.kill(new WorkerDied(name, 'sent a message that cannot be read')),
    );
    this.#remote = wrap<Envelope>(worker);
    this.#startTimer = setTimeout(
      () => this.kill(new WorkerDied(name, `did not start within ${limits.startMs / 1000} s`)),
      limits.startMs,
    );
    this.#ping();
  }

  call(method: string, args: readonly unknown[], signal: AbortSignal | undefined): Promise<unknown> {
    let settled = false;
    const receiver = (callback: (...args: readonly unknown[]) => void) =>
      proxy((batch: Batch) => {
        this.#silentBeats = 0;
        if (!settled) for (const each of batch) callback(...each);
      });
    const wireArgs = args.map((argument) => (isCallback(argument) ? receiver(argument) : argument));
    return this.#request(() => this.#remote.call(method, ...wireArgs), signal).finally(() => {
      settled = true;
    });
  }

  networkLocked(): Promise<boolean> {
    return this.#request(() => this.#remote.networkLocked());
  }

  memory(): Promise<ThreadMemory> {
    return this.#request(() => this.#remote.memory());
  }

  /** Terminates the worker; every pending call rejects with `reason`. */
  kill(reason: unknown): void {
    this.dead = true;
    clearTimeout(this.#startTimer);
    this.#worker.terminate();
    for (const reject of this.#pending) reject(reason);
    this.#pending.clear();
    this.#watch();
  }

  #request<Result>(send: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const abort = (): void => {
        settle();
        reject(signal?.reason);
        this.kill(new WorkerDied(this.#name, 'was stopped, for another of its calls was cancelled'));
      };
      const settle = (): void => {
        signal?.removeEventListener('abort', abort);
        this.#pending.delete(fail);
        this.#watch();
      };
      const fail = (reason: unknown): void => {
        settle();
        reject(reason);
      };
      signal?.addEventListener('abort', abort);
      this.#pending.add(fail);
      this.#watch();
      send().then((result) => {
        settle();
        resolve(result);
      }, fail);
    });
  }

  /** The heart beats while calls are pending. */
  #watch(): void {
    if (this.#pending.size === 0) {
      clearInterval(this.#beatTimer);
      this.#beatTimer = undefined;
    } else if (this.#beatTimer === undefined) {
      this.#silentBeats = 0;
      this.#beatTimer = setInterval(() => this.#beat(), this.#limits.beatMs);
    }
  }

  #beat(): void {
    this.#silentBeats += 1;
    if (this.#silentBeats === 1) this.#ping();
    if (this.#silentBeats > this.#limits.silentBeats) {
      const seconds = (this.#limits.silentBeats * this.#limits.beatMs) / 1000;
      this.kill(new WorkerDied(this.#name, `gave no sign of life for ${seconds} s`));
    }
  }

  #ping(): void {
    this.#remote.ping().then(
      () => {
        clearTimeout(this.#startTimer);
        this.#silentBeats = 0;
      },
      (cause) => this.kill(new WorkerDied(this.#name, 'answers with an error', cause)),
    );
  }
}

type Callback = (...args: readonly unknown[]) => void;

const isCallback = (argument: unknown): argument is Callback => typeof argument === 'function';
