import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import type { ValueRows } from '../../src/core/detect/expected/value-model.ts';
import { softmaxOf } from '../../src/core/sequence/key-model.ts';
import type { TrainingResult, TrainingSnapshot } from '../../src/core/sequence/training-snapshot.ts';
import type { WindowSet } from '../../src/core/sequence/window-set.ts';
import { chooseBackend } from '../../src/ml/choose-backend.ts';
import { learnFromMarks } from '../../src/ml/learn.ts';
import { trainKeyModel } from '../../src/ml/train.ts';
import { trainValues } from '../../src/ml/values/train-values.ts';
import { WORKFLOW_OPTIONS, windowSets, workflowSessions } from '../../src/ml/windows.fixture.ts';
import { KERNELS } from './kernels.ts';

type LeanBackend = 'cpu' | 'webgl';

const { signal } = new AbortController();

/**
 * All that the program asks of a backend, which is left with the kernels that it has in the built page.
 *
 * @returns names of the kernels that ran, ascending
 */
export async function kernelsUsed(backend: LeanBackend): Promise<readonly string[]> {
  const ran = new Set<string>();
  for (const config of tf.getKernelsForBackend(backend)) {
    tf.unregisterKernel(config.kernelName, backend);
    if (KERNELS.includes(config.kernelName)) tf.registerKernel(noted(config, ran));
  }
  expect(await chooseBackend(backend)).toMatchObject({ backend, reason: expect.stringMatching(/^You asked for /) });
  await trainAndLearn(backend);
  await trainOnSample(backend);
  await learnValues(backend);
  return [...ran].sort();
}

function noted(config: tf.KernelConfig, ran: Set<string>): tf.KernelConfig {
  return {
    ...config,
    kernelFunc: (run) => {
      ran.add(config.kernelName);
      return config.kernelFunc(run);
    },
  };
}

/** With a snapshot between two updates, and marks of both kinds. */
async function trainAndLearn(backend: LeanBackend): Promise<void> {
  const { train, validation } = windowSets(workflowSessions(12), 3, 9);
  const { model, snapshot } = await trained(backend, train, validation);
  await trained(backend, train, validation, snapshot);
  const marked = Int32Array.of(0);
  await learnFromMarks(model.weights, { normal: train, marked, unwanted: validation, bound: 9, seed: 1 }, backend, {
    signal,
  });
}

/** The softmax is over a sample where there are many symbols, whether windows have them or not. */
async function trainOnSample(backend: LeanBackend): Promise<void> {
  const many = { ...windowSets(workflowSessions(2), 3).train, symbols: 2001 };
  expect(softmaxOf(many.symbols)).toBe('sampled');
  await trained(backend, many);
}

function trained(
  backend: LeanBackend,
  train: WindowSet,
  validation?: WindowSet,
  from?: TrainingSnapshot,
): Promise<TrainingResult> {
  const options = { ...WORKFLOW_OPTIONS, units: 4, epochs: from ? 2 : 1 };
  const offerSnapshot = (take: () => TrainingSnapshot) => void take();
  const control = { onEpoch: () => undefined, shouldStop: () => false, offerSnapshot, signal };
  return trainKeyModel(train, validation, options, control, { backend, reason: '' }, from);
}

async function learnValues(backend: LeanBackend): Promise<void> {
  const [series, inputs, targets] = [
    Int32Array.of(0, 1),
    Float32Array.of(1, -1, -1, 1),
    Float32Array.of(1, Number.NaN),
  ];
  const rows: ValueRows = { series, inputs, targets };
  await trainValues({ series: 2, values: 1, history: 2, training: rows, heldOut: rows }, 1, backend, 1);
}
