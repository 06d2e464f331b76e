import type { Backend, KeyModelWeights } from '../../src/core/sequence/key-model.ts';
import type { SymbolSequences } from '../../src/core/sequence/symbol-sequences.ts';
import type { WindowSet } from '../../src/core/sequence/window-set.ts';
import { indexWindows } from '../../src/core/sequence/windows.ts';
import { disposeAdam, startAdam, updateAdam } from '../../src/ml/adam.ts';
import { kernelsOf } from '../../src/ml/kernels/load-level.ts';
import { lossAndGradients } from '../../src/ml/network.ts';
import { uploadWeights } from '../../src/ml/parameters.ts';
import { targetsOf } from '../../src/ml/targets.ts';
import { withLevels } from '../../src/ml/window-batch.ts';
import type { SlidingWindows } from './key-sessions.ts';

/** This program's steps over batches of distinct windows with counts. @returns the loss of each step, before its update */
export function ownSteps(
  weights: KeyModelWeights,
  batches: readonly WindowSet[],
  backend: Backend,
  learningRate: number,
): number[] {
  let state = startAdam(uploadWeights(weights));
  const losses = batches.map((set) => {
    const rows = Int32Array.from({ length: set.count }, (_, row) => row);
    const targets = targetsOf(set, rows, () => 1 / set.total);
    const { loss, gradients } = withLevels(set, rows, kernelsOf(backend), weights.shape, (levels) =>
      lossAndGradients(state.parameters, levels, targets),
    );
    const value = loss.dataSync()[0] ?? Number.NaN;
    targets.dispose();
    loss.dispose();
    state = updateAdam(state, gradients, learningRate);
    return value;
  });
  disposeAdam(state);
  return losses;
}

/** The windows of a batch as this program sees them: distinct, in order, with how often each symbol followed. */
export function distinctWindows(
  { history, windows, next }: SlidingWindows,
  { vocabulary }: SymbolSequences,
): WindowSet {
  const width = history + 1;
  const symbol = new Int32Array(next.length * width);
  next.forEach((follower, row) => {
    symbol.set(windows.subarray(row * history, (row + 1) * history), row * width);
    symbol[row * width + history] = follower;
  });
  // Each window with its follower as a session, of which the follower alone is judged.
  const start = Int32Array.from({ length: next.length + 1 }, (_, row) => row * width);
  const judged = { from: next.map(() => history), to: next.map(() => width) };
  return indexWindows({ vocabulary, start, symbol }, history, next.keys(), judged).set;
}
