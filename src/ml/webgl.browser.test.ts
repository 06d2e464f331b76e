import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { expect, test, vi } from 'vitest';
import type { Backend } from '../core/sequence/key-model.ts';
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

test('WebGL in a worker learns and predicts what WebAssembly does', async () => {
  const [webgl, wasm] = [await trained('webgl'), await trained('wasm')];
  expect(webgl.choice.backend).toBe('webgl');
  expect(wasm.choice.backend).toBe('wasm');
  expect(webgl.model.epochs).toHaveLength(wasm.model.epochs.length);
  webgl.model.epochs.forEach((epoch, index) => {
    const other = wasm.model.epochs[index];
    expect(Math.abs(epoch.trainLoss - (other?.trainLoss ?? Number.NaN))).toBeLessThan(1e-3);
    expect(Math.abs(epoch.validationLoss - (other?.validationLoss ?? Number.NaN))).toBeLessThan(1e-3);
  });
  expect(webgl.probabilities).toHaveLength(wasm.probabilities.length);
  webgl.probabilities.forEach((probability, at) => {
    expect(Math.abs(probability - (wasm.probabilities[at] ?? Number.NaN))).toBeLessThan(1e-2);
  });
});

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
