import type * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../core/base/random.ts';
import { type KeyModelShape, softmaxOf } from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { drawCandidates } from './candidates.ts';
import type { LoadLevel } from './kernels/level-kernels.ts';
import { lossAndGradients } from './network.ts';
import type { Parameters } from './parameters.ts';
import { targetsOf } from './targets.ts';
import type { TrainingBatch } from './training-batches.ts';
import { withLevels } from './window-batch.ts';

/**
 * Loss of a batch and its gradients at `parameters`, in their order.
 *
 * @param random draws the symbols that are scored where there are too many to score all
 */
export function batchGradients(
  set: WindowSet,
  { rows, eventWeight }: TrainingBatch,
  parameters: Parameters,
  load: LoadLevel,
  shape: KeyModelShape,
  random: Random,
): { readonly loss: tf.Scalar; readonly gradients: tf.Tensor[] } {
  const candidates = softmaxOf(set.symbols) === 'sampled' ? drawCandidates(set, rows, random) : undefined;
  return withLevels(set, rows, load, shape, (levels) => {
    const targets = targetsOf(set, rows, (index) => eventWeight[index] as number, candidates);
    const result = lossAndGradients(parameters, levels, targets, candidates);
    targets.dispose();
    return result;
  });
}
