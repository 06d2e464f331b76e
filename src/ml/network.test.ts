import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../core/base/random.ts';
import type { KeyModelShape, KeyModelWeights } from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { activateBackend } from './backend.ts';
import { drawCandidates } from './candidates.ts';
import { kernelsOf } from './kernels/load-level.ts';
import { lossAndGradients, lossAndHits } from './network.ts';
import { initialWeights, uploadWeights } from './parameters.ts';
import { meanLoss, referenceGradients } from './reference-lstm.fixture.ts';
import { targetsOf } from './targets.ts';
import { type TrainingBatch, trainingBatches } from './training-batches.ts';
import { neighbourBatches, withLevels } from './window-batch.ts';
import { slidingWindows, windowSets, workflowSessions } from './windows.fixture.ts';

const SESSIONS = workflowSessions(7);

function start(history: number, layers: number): { set: WindowSet; weights: KeyModelWeights } {
  const set = windowSets(SESSIONS, history).train;
  const shape: KeyModelShape = { symbols: set.symbols, history, units: 3, layers };
  return { set, weights: initialWeights(shape, new Array<boolean>(set.symbols).fill(true), 5) };
}

/** All windows in batches of at most `maxNodes` nodes; the sum over the batches is the mean over the events. */
function wholeSet(set: WindowSet, maxNodes?: number): TrainingBatch[] {
  return neighbourBatches(set, set.symbols, maxNodes).map((rows) => ({
    rows,
    eventWeight: new Float32Array(rows.length).fill(1 / set.total),
  }));
}

/** The batches of training, weighted so that their sum, not their mean, is the mean over the events. */
function updateBatches(set: WindowSet): TrainingBatch[] {
  const batches = trainingBatches(set, createRandom(1));
  return batches.map(({ rows, eventWeight }) => ({
    rows,
    eventWeight: eventWeight.map((weight) => weight / batches.length),
  }));
}

/** Loss and gradients summed over batches. @param sampled computes the scores of candidates, which here are all symbols */
function evaluate(
  backend: 'wasm' | 'cpu',
  set: WindowSet,
  weights: KeyModelWeights,
  batches: readonly TrainingBatch[],
  sampled = false,
) {
  const parameters = uploadWeights(weights);
  const sums = { loss: 0, lossAlone: 0, gradients: parameters.map(({ size }) => new Float64Array(size)) };
  for (const { rows, eventWeight } of batches) {
    const candidates = sampled ? drawCandidates(set, rows, createRandom(1)) : undefined;
    const targets = targetsOf(set, rows, (index) => eventWeight[index] as number, candidates);
    withLevels(set, rows, kernelsOf(backend), weights.shape, (levels) => {
      const { loss, gradients } = lossAndGradients(parameters, levels, targets, candidates);
      const { loss: alone, hits } = lossAndHits(parameters, levels, targets, 9);
      sums.loss += loss.dataSync()[0] ?? Number.NaN;
      sums.lossAlone += alone.dataSync()[0] ?? Number.NaN;
      gradients.forEach((gradient, index) => {
        const sum = sums.gradients[index] as Float64Array;
        gradient.dataSync().forEach((value, at) => {
          sum[at] = (sum[at] as number) + value;
        });
      });
      tf.dispose([alone, hits, loss, gradients]);
    });
    targets.dispose();
  }
  tf.dispose([...parameters]);
  return sums;
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test.each([
    { history: 4, layers: 2, batches: wholeSet, name: 'in one batch' },
    { history: 4, layers: 2, batches: (set: WindowSet) => wholeSet(set, 9), name: 'in batches of neighbours' },
    { history: 4, layers: 2, batches: updateBatches, name: 'over the updates of a pass' },
    { history: 4, layers: 2, batches: wholeSet, sampled: true, name: 'with all symbols drawn as candidates' },
    { history: 1, layers: 1, batches: wholeSet, name: 'in one batch' },
    { history: 3, layers: 3, batches: wholeSet, name: 'in one batch' },
  ])(
    'loss and gradients are those of plain sliding windows: $history symbols, $layers layers, $name',
    async ({ history, layers, batches, sampled }) => {
      await activateBackend(backend);
      const { set, weights } = start(history, layers);
      const before = tf.memory().numTensors;

      const { loss, lossAlone, gradients } = evaluate(backend, set, weights, batches(set), sampled);

      const events = slidingWindows(SESSIONS, history);
      expect(events).toHaveLength(set.total);
      expect(events.length).toBeGreaterThan(set.count);
      expect(Math.abs(loss - meanLoss(weights, events))).toBeLessThan(1e-6);
      expect(lossAlone).toBeCloseTo(loss, 6);
      const expected = referenceGradients(weights, events);
      expect(gradients.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
      gradients.forEach((gradient, index) => {
        const worst = Math.max(...gradient.map((value, at) => Math.abs(value - (expected[index]?.[at] ?? Number.NaN))));
        expect(worst, `parameter ${index}`).toBeLessThan(1e-6);
      });
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});
