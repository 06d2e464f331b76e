import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { expect, test, vi } from 'vitest';
import type { Backend, TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { WorkerAnswer, WorkerRequest } from './webgl.fixture.worker.ts';

/** A simulated GPU takes its time to compile. */
vi.setConfig({ testTimeout: 240_000 });

async function ask(override: Backend | undefined, conditions: Partial<WorkerRequest> = {}): Promise<WorkerAnswer> {
  const worker = new Worker(new URL('./webgl.fixture.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      const request: WorkerRequest = { wasm: { plain, simd }, override, ...conditions };
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}

async function trained(override: Backend | undefined, conditions: Partial<WorkerRequest> = {}) {
  const answer = await ask(override, conditions);
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}

test('WebGL in a worker learns and predicts what WebAssembly and plain JavaScript do, also after 50 updates', async () => {
  const webgl = await trained('webgl', { epochs: 26 });
  expect(webgl.choice.backend).toBe('webgl');
  expect(webgl.updates).toBeGreaterThanOrEqual(50);
  for (const backend of ['wasm', 'cpu'] as const) {
    const other = await trained(backend, { epochs: 26 });
    expect(other.choice.backend).toBe(backend);
    expect(other.updates).toBe(webgl.updates);
    expect(largestDifference(lossesOf(webgl), lossesOf(other))).toBeLessThan(1e-3);
    expect(largestDifference(webgl.probabilities, other.probabilities)).toBeLessThan(1e-2);
  }
}, 600_000);

function lossesOf({ model }: { readonly model: TrainedKeyModel }): number[] {
  return model.epochs.flatMap(({ trainLoss, validationLoss }) => [trainLoss, validationLoss]);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, at) => Math.abs(value - (b[at] ?? Number.NaN))));
}

test('a simulated GPU is passed over, and the reason says so', async () => {
  const { choice } = await trained(undefined);
  expect(choice.backend).toBe('wasm');
  expect(choice.reason).toMatch(/WebAssembly: a short test took [\d.]+ ms; the GPU is only simulated \(SwiftShader\)/i);
});

test('a GPU with 16-bit numbers alone trains nothing, and the reason says so', async () => {
  const { choice } = await trained('webgl', { halfPrecision: true });
  expect(choice.backend).toBe('wasm');
  expect(choice.reason).toMatch(/^You asked for the GPU, but the GPU does not compute in 32 bits\. WebAssembly: /);
});

test('a GPU lost on the way is an error, not a loss of zero', async () => {
  expect(await ask('webgl', { loseGpu: true })).toEqual({ error: expect.stringContaining('GPU was reset') });
});
