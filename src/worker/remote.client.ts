import type { WorkerClient } from './rpc.client.ts';

type AsyncApi<Api> = { [Name in keyof Api]: (...args: never[]) => Promise<unknown> };

/** The worker's functions as if they were here, each a call that always settles; aborting `signal` ends the worker. */
export function remote<Api extends AsyncApi<Api>>(client: WorkerClient<Api>, signal?: AbortSignal): Api {
  const options = signal === undefined ? {} : { signal };
  return new Proxy({} as Api, {
    get: (_, name) =>
      // Without this, `await remote(...)` would take it for a promise.
      name === 'then' ? undefined : (...args: never) => client.call(name as never, args, options),
  });
}
