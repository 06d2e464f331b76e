import type { WindowSet } from '../core/sequence/window-set.ts';
import { type ReferenceWeights, referenceProbabilities } from './reference-lstm.ts';

/** A window and the symbol that followed it, `count` times. */
export interface ReferenceEvent {
  readonly window: ArrayLike<number>;
  readonly next: number;
  readonly count: number;
}

/** Mean cross-entropy over all events of a set. */
export function referenceLoss(weights: ReferenceWeights, set: WindowSet): number {
  const events = Array.from({ length: set.count }, (_, row) => {
    const window = set.windows.subarray(row * set.history, (row + 1) * set.history);
    const successors = Array.from(set.nextSymbol.keys()).slice(set.nextStart[row], set.nextStart[row + 1]);
    return successors.map((at) => ({ window, next: set.nextSymbol[at] as number, count: set.nextCount[at] as number }));
  });
  return meanLoss(weights, events.flat());
}

/** Mean cross-entropy over events, each window run by itself. */
export function meanLoss(weights: ReferenceWeights, events: readonly ReferenceEvent[]): number {
  let [sum, total] = [0, 0];
  for (const { window, next, count } of events) {
    sum -= count * Math.log(referenceProbabilities(weights, window)[next] as number);
    total += count;
  }
  return sum / total;
}

/** Gradient of {@link meanLoss} by central differences: kernel, recurrent kernel and bias of each layer, then the dense ones. */
export function referenceGradients(weights: ReferenceWeights, events: readonly ReferenceEvent[]): Float64Array[] {
  const arrays: Float64Array[] = [];
  const double = (values: ArrayLike<number>): Float64Array => {
    const array = Float64Array.from(values);
    arrays.push(array);
    return array;
  };
  const movable: ReferenceWeights = {
    shape: weights.shape,
    lstm: weights.lstm.map((layer) => ({
      kernel: double(layer.kernel),
      recurrent: double(layer.recurrent),
      bias: double(layer.bias),
    })),
    dense: { kernel: double(weights.dense.kernel), bias: double(weights.dense.bias) },
  };
  const lossAt = (array: Float64Array, index: number, value: number): number => {
    array[index] = value;
    return meanLoss(movable, events);
  };
  return arrays.map((array) =>
    array.map((value, index) => {
      const slope = (lossAt(array, index, value + STEP) - lossAt(array, index, value - STEP)) / (2 * STEP);
      array[index] = value;
      return slope;
    }),
  );
}

const STEP = 1e-5;
