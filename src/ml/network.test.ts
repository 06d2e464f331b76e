import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import type { KeyModelShape, KeyModelWeights } from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { activateBackend } from './backend.ts';
import { kernelsOf } from './kernels/load-level.ts';
import { lossAndGradients, lossOnly } from './network.ts';
import { initialWeights, uploadWeights } from './parameters.ts';
import { referenceGradients, referenceLoss } from './reference-lstm.fixture.ts';
import { targetsOf } from './targets.ts';
import { neighbourBatches, withLevels } from './window-batch.ts';
import { windowSets, workflowSessions } from './windows.fixture.ts';

const SESSIONS = workflowSessions(7);

function start(history: number, layers: number): { set: WindowSet; weights: KeyModelWeights } {
  const set = windowSets(SESSIONS, history).train;
  const shape: KeyModelShape = { symbols: set.symbols, history, units: 3, layers };
  return { set, weights: initialWeights(shape, new Array<boolean>(set.symbols).fill(true), 5) };
}

/** Loss and gradients summed over batches of at most `maxNodes` nodes. */
function evaluate(backend: 'wasm' | 'cpu', set: WindowSet, weights: KeyModelWeights, maxNodes?: number) {
  const load = kernelsOf(backend);
  const parameters = uploadWeights(weights);
  let loss = 0;
  let lossAlone = 0;
  const sums = parameters.map(({ size }) => new Float64Array(size));
  for (const batch of neighbourBatches(set.windows, set.history, maxNodes)) {
    const targets = targetsOf(set, batch.rows, () => 1 / set.total);
    withLevels(batch, load, weights.shape, (levels) => {
      const result = lossAndGradients(parameters, levels, targets);
      const alone = lossOnly(parameters, levels, targets);
      loss += result.loss.dataSync()[0] ?? Number.NaN;
      lossAlone += alone.dataSync()[0] ?? Number.NaN;
      result.gradients.forEach((gradient, index) => {
        gradient.dataSync().forEach((value, at) => {
          const sum = sums[index] as Float64Array;
          sum[at] = (sum[at] as number) + value;
        });
      });
      tf.dispose([alone, result.loss, result.gradients]);
    });
    targets.dispose();
  }
  tf.dispose([...parameters]);
  return { loss, lossAlone, gradients: sums };
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test.each([
    { history: 4, layers: 2, maxNodes: undefined },
    { history: 4, layers: 2, maxNodes: 9 },
    { history: 1, layers: 1, maxNodes: undefined },
    { history: 3, layers: 3, maxNodes: undefined },
  ])(
    'loss and gradients are those of the definition: $history symbols, $layers layers, $maxNodes nodes',
    async ({ history, layers, maxNodes }) => {
      await activateBackend(backend);
      const { set, weights } = start(history, layers);
      const before = tf.memory().numTensors;

      const { loss, lossAlone, gradients } = evaluate(backend, set, weights, maxNodes);

      expect(Math.abs(loss - referenceLoss(weights, set))).toBeLessThan(1e-5);
      expect(lossAlone).toBeCloseTo(loss, 6);
      const expected = referenceGradients(weights, set);
      expect(gradients.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
      gradients.forEach((gradient, index) => {
        const worst = Math.max(...gradient.map((value, at) => Math.abs(value - (expected[index]?.[at] ?? Number.NaN))));
        expect(worst, `parameter ${index}`).toBeLessThan(1e-6);
      });
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});
