import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { beforeAll, expect, test, vi } from 'vitest';
import type { ResetAnswer, ResetRequest } from './gpu-reset.fixture.worker.ts';

async function run(loseAfter: readonly number[], loseBeforePrediction = false): Promise<ResetAnswer> {
  const worker = new Worker(new URL('./gpu-reset.fixture.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ResetAnswer | { readonly error: string }>) =>
        'error' in data ? reject(new Error(data.error)) : resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      const request: ResetRequest = { wasm: { plain, simd }, loseAfter, loseBeforePrediction };
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}

/** A simulated GPU takes its time to compile. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let undisturbed: ResetAnswer;

beforeAll(async () => {
  undisturbed = await run([]);
});

/** The same up to the rounding of another backend. */
function expectAsUndisturbed({ losses, probabilities }: ResetAnswer): void {
  expect(losses).toHaveLength(undisturbed.losses.length);
  for (const [at, loss] of losses.entries()) expect(loss).toBeCloseTo(undisturbed.losses[at] ?? Number.NaN, 3);
  expect(probabilities).toHaveLength(undisturbed.probabilities.length);
  for (const [at, probability] of probabilities.entries()) {
    expect(Math.abs(probability - (undisturbed.probabilities[at] ?? Number.NaN))).toBeLessThan(1e-2);
  }
}

test('a GPU that is lost in training and in prediction is used again, with the same result', async () => {
  const answer = await run([1, 3], true);
  expect(answer.backend).toBe('webgl');
  expect(answer.events.map(({ is, backend }) => [is, backend.backend])).toEqual([
    ['gpu-reset', 'webgl'],
    ['gpu-reset', 'webgl'],
  ]);
  expect(answer.events[0]?.epochs.length).toBeLessThanOrEqual(1);
  expectAsUndisturbed(answer);
});

test('one that is lost again and again is given up, and training goes on without', async () => {
  const answer = await run([1, 2, 3]);
  expect(answer.backend).toBe('wasm');
  expect(answer.events.map(({ backend }) => backend.backend)).toEqual(['webgl', 'webgl', 'wasm']);
  expect(answer.events[2]?.backend.reason).toMatch(/^The GPU was reset .+ goes on without it\.$/);
  expectAsUndisturbed(answer);
});
