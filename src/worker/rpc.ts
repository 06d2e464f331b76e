import { expose, type Remote, releaseProxy } from 'comlink';
import { heldBytes } from '../core/base/held-bytes.ts';
import type { Bytes } from '../core/base/units.ts';
import { heapBytes } from '../engine/heap-bytes.api.ts';
import { networkLocked } from './network-lock.api.ts';
import { reportRequests } from './request-channel.ts';
import type { Batch, Envelope } from './rpc.api.ts';

const BATCH_MS = 100;

/**
 * Offers the functions of `api` to the page; the worker's file calls it once.
 *
 * To hand over a buffer instead of copying it, return Comlink's `transfer(value, [buffer])`. A callback may be called as
 * often as the function likes: calls are gathered into at most 10 messages a second, none is lost, and all arrive before
 * the function's result.
 *
 * @param held bytes that the thread holds outside of its heap
 */
export function serve(api: object, held = async (): Promise<Bytes> => heldBytes(api)): void {
  reportRequests();
  // A rejection that nothing handles is a bug: as an error event it reaches the page and ends the worker.
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    reportError(event.reason);
  });
  const envelope: Envelope = {
    ping: async () => undefined,
    networkLocked,
    memory: async () => ({ heapBytes: heapBytes(), bufferBytes: await held() }),
    call: async (method, ...args) => {
      const run: unknown = Reflect.get(api, method);
      if (typeof run !== 'function') throw new TypeError(`The worker has no function named ${method}`);
      const callbacks: Callback[] = [];
      const local = args.map((argument) => {
        if (!isReceiver(argument)) return argument;
        const callback = batched(argument);
        callbacks.push(callback);
        return callback.call;
      });
      try {
        return await run.apply(api, local);
      } finally {
        await Promise.all(callbacks.map((callback) => callback.close()));
      }
    },
  };
  expose(envelope);
}

type Receiver = Remote<(batch: Batch) => void>;

const isReceiver = (argument: unknown): argument is Receiver => typeof argument === 'function';

interface Callback {
  readonly call: (...args: readonly unknown[]) => void;
  /** Sends what is left, waits until the page has it, and frees the channel. */
  close(): Promise<void>;
}

function batched(receiver: Receiver): Callback {
  let batch: (readonly unknown[])[] = [];
  let sentAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sent: Promise<void>[] = [];

  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    sentAt = performance.now();
    sent.push(receiver(batch));
    batch = [];
  };

  return {
    call: (...args) => {
      batch.push(args);
      // A long synchronous step never lets a timer fire, hence the look at the clock.
      if (performance.now() - sentAt >= BATCH_MS) send();
      else timer ??= setTimeout(send, sentAt + BATCH_MS - performance.now());
    },
    close: async () => {
      if (batch.length > 0) send();
      try {
        await Promise.all(sent);
      } finally {
        receiver[releaseProxy]();
      }
    },
  };
}
