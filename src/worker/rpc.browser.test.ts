import { transfer } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { type Limits, WorkerDied } from './connection.client.ts';
import { createWorker } from './create-worker.client.ts';
import brokenUrl from './fixtures/broken.worker.ts?worker&url';
import type { OddApi } from './fixtures/odd.worker.ts';
import oddUrl from './fixtures/odd.worker.ts?worker&url';
import silentUrl from './fixtures/silent.worker.ts?worker&url';
import { connect, type WorkerClient } from './rpc.client.ts';

const PATIENT: Limits = { startMs: 15_000, beatMs: 5_000, silentBeats: 12 };
const HASTY: Limits = { startMs: 15_000, beatMs: 100, silentBeats: 5 };

const open: WorkerClient<OddApi>[] = [];
let started = 0;

function oddWorker(url: string = oddUrl, limits: Limits = PATIENT): WorkerClient<OddApi> {
  const create = (): Worker => {
    started += 1;
    return createWorker(url);
  };
  const client = connect<OddApi>('odd', create, limits);
  open.push(client);
  return client;
}

afterEach(() => {
  for (const client of open.splice(0)) client.terminate();
  started = 0;
});

const died = (message: RegExp) =>
  expect.toSatisfy((error) => error instanceof WorkerDied && message.test(error.message));

describe('calls', () => {
  test('return what the function returns, from one worker', async () => {
    const client = oddWorker();
    expect(await Promise.all([client.call('add', [1, 2]), client.call('add', [3, 4])])).toEqual([3, 7]);
    expect(started).toBe(1);
  });

  test('find the worker that was started ahead of them', async () => {
    const client = oddWorker();
    client.start();
    expect(started).toBe(1);
    expect(await client.call('add', [1, 2])).toBe(3);
    expect(started).toBe(1);
  });

  test('reject with what the function throws; the worker lives on', async () => {
    const client = oddWorker();
    await expect(client.call('throwNow', [])).rejects.toMatchObject({ name: 'RangeError', message: 'asked to' });
    expect(await client.call('add', [1, 2])).toBe(3);
    expect(started).toBe(1);
  });

  test('reject when the result cannot cross', async () => {
    await expect(oddWorker().call('unclonable', [])).rejects.toThrow('Unserializable');
  });

  test('hand buffers over in both directions', async () => {
    const client = oddWorker();
    const bytes = await client.call('bytes', [1000]);
    expect(await client.call('sum', [transfer(bytes, [bytes.buffer])])).toBe(7000);
    expect(bytes.byteLength).toBe(0);
  });
});

describe('progress', () => {
  test('arrives whole, in order and before the result', async () => {
    const seen: number[] = [];
    const result = await oddWorker().call('count', [1000, (done) => seen.push(done)]);
    expect(result).toBe(1000);
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  });

  test('is gathered into few messages', async () => {
    const tasks = new Set<number>();
    let task = 0;
    const nextTask = new MessageChannel();
    nextTask.port1.onmessage = () => {
      task += 1;
    };
    await oddWorker().call('count', [
      1000,
      () => {
        tasks.add(task);
        nextTask.port2.postMessage(undefined);
      },
    ]);
    nextTask.port1.close();
    expect(tasks.size).toBeLessThanOrEqual(20);
  });

  test('comes while the function runs', async () => {
    const client = oddWorker();
    await new Promise<void>((resolve) => {
      void client.call('countSlowly', [1e6, 1, () => resolve()]).catch(() => undefined);
    });
  });

  test('stops with the call', async () => {
    const client = oddWorker();
    const controller = new AbortController();
    let afterwards = 0;
    let over = false;
    const call = client.call(
      'countSlowly',
      [
        1e6,
        1,
        () => {
          if (over) afterwards += 1;
          controller.abort();
        },
      ],
      { signal: controller.signal },
    );
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    over = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(afterwards).toBe(0);
  });
});

describe('every pending call rejects', () => {
  test('when the worker is terminated', async () => {
    const client = oddWorker();
    const calls = [client.call('hang', []), client.call('hang', [])];
    client.terminate();
    for (const call of calls) await expect(call).rejects.toEqual(died(/^The odd worker was stopped$/));
  });

  test('when it throws outside a call', async () => {
    const client = oddWorker();
    const hanging = client.call('hang', []);
    await expect(client.call('throwLater', [])).rejects.toEqual(died(/later/));
    await expect(hanging).rejects.toEqual(died(/later/));
  });

  test('when a rejection in it goes unhandled', async () => {
    await expect(oddWorker().call('rejectUnseen', [])).rejects.toEqual(died(/unseen/));
  });

  test('when its script throws at the top level', async () => {
    await expect(oddWorker(brokenUrl).call('add', [1, 2])).rejects.toEqual(died(/top level/));
  });

  test('when its script does not exist', async () => {
    await expect(oddWorker('/no-such.worker.js').call('add', [1, 2])).rejects.toEqual(died(/could not be loaded/));
  });

  test('when its script lies elsewhere', async () => {
    const call = oddWorker('https://elsewhere.example/x.js').call('add', [1, 2]);
    await expect(call).rejects.toEqual(died(/could not be created/));
  });

  test('when it does not start in time', async () => {
    const call = oddWorker(silentUrl, { ...PATIENT, startMs: 300 }).call('add', [1, 2]);
    await expect(call).rejects.toEqual(died(/did not start/));
  });

  test('when it vanishes without an event', async () => {
    await expect(oddWorker(oddUrl, HASTY).call('close', [])).rejects.toEqual(died(/no sign of life/));
  });
});

describe('a busy worker', () => {
  test('is not taken for dead while its silence is shorter than the limit', async () => {
    const client = oddWorker(oddUrl, { ...HASTY, silentBeats: 100 });
    await expect(client.call('busy', [1500])).resolves.toBe('done');
    expect(started).toBe(1);
  });

  test('is not taken for dead while it reports progress', async () => {
    const call = oddWorker(oddUrl, HASTY).call('busyWithProgress', [15, 150, () => undefined]);
    await expect(call).resolves.toBe('done');
  });

  test('is terminated by an abort; other calls reject and the next call gets a fresh worker', async () => {
    const client = oddWorker();
    expect(await client.call('add', [1, 2])).toBe(3);
    const controller = new AbortController();
    const busy = client.call('busy', [600_000], { signal: controller.signal });
    const waiting = client.call('add', [1, 2]);
    controller.abort();
    await expect(busy).rejects.toMatchObject({ name: 'AbortError' });
    await expect(waiting).rejects.toEqual(died(/cancelled/));
    expect(await client.call('add', [5, 6])).toBe(11);
    expect(started).toBe(2);
  });
});

test('a signal that is aborted already rejects the call', async () => {
  await expect(oddWorker().call('add', [1, 2], { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('the worker says whether the network is locked, which it is not on the test server', async () => {
  expect(await oddWorker().networkLocked()).toBe(false);
});
