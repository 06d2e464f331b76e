import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../core/base/random.ts';
import type {
  TrainedValues,
  ValueModelShape,
  ValueRows,
  ValueTraining,
} from '../../core/detect/expected/value-model.ts';
import type { Backend } from '../../core/sequence/key-model.ts';
import { type AdamState, disposeAdam, startAdam, updateAdam } from '../adam.ts';
import { activateBackend, assertNotLost } from '../backend.ts';
import { breathe } from '../breathe.ts';
import { kernelsOf } from '../kernels/load-level.ts';
import { disposeWindows, loadWindows } from './loaded-windows.ts';
import { predictValues } from './predict-values.ts';
import { drawRows, loadTargets } from './value-batch.ts';
import { squaredError } from './value-network.ts';
import { downloadValueWeights, initialValueWeights, uploadValueWeights } from './value-parameters.ts';

const UNITS = 32;
/** Rows of an update, drawn anew for each. */
const ROWS = 256;
/** Updates are bounded, so that findings do not wait. */
const UPDATES = 300;
/** What is done is told after every so many. */
const TOLD_EVERY = 10;
const RATE = 0.01;
const LAST_RATE = 0.001;

/**
 * Learns to foretell the next vector of each series from the last ones, by squared error, in a bounded number of updates.
 *
 * @param updates the rate falls over the later half of them
 * @param onProgress called with the share that is done
 * @throws Error if the backend cannot be had, or its GPU is reset on the way
 * @see Du et al., "DeepLog", CCS 2017, section 3.2
 */
export async function trainValues(
  { series, values, history, training, heldOut }: ValueTraining,
  seed: number,
  backend: Backend,
  updates = UPDATES,
  onProgress?: (share: number) => void,
): Promise<TrainedValues> {
  await activateBackend(backend);
  const shape: ValueModelShape = { series, values, history, units: UNITS };
  const random = createRandom(seed);
  let state = startAdam(uploadValueWeights(initialValueWeights(shape, random)));
  try {
    for (let update = 0; update < updates; update++) {
      await breathe();
      state = updateOnce(state, drawRows(training, ROWS, shape, random), shape, backend, rateAt(update / updates));
      if ((update + 1) % TOLD_EVERY === 0) onProgress?.((update + 1) / updates);
    }
    const weights = downloadValueWeights(state.parameters, shape);
    assertNotLost();
    return { weights, heldOut: await predictValues(weights, heldOut, backend) };
  } finally {
    disposeAdam(state);
  }
}

/** Falls exponentially over the later half. */
function rateAt(share: number): number {
  return RATE * (LAST_RATE / RATE) ** Math.max(0, 2 * share - 1);
}

function updateOnce(
  state: AdamState,
  rows: ValueRows,
  shape: ValueModelShape,
  backend: Backend,
  rate: number,
): AdamState {
  const loaded = loadWindows(rows, shape, kernelsOf(backend));
  const { targets, weight } = loadTargets(rows, shape);
  const { loss, gradients } = squaredError(state.parameters, loaded, targets, weight);
  tf.dispose([loss, targets, weight]);
  disposeWindows(loaded);
  return updateAdam(state, gradients, rate);
}
