import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { ValueRows } from '../../src/core/detect/expected/value-model.ts';
import { softmaxOf } from '../../src/core/sequence/key-model.ts';
import type { TrainingResult, TrainingSnapshot } from '../../src/core/sequence/training-snapshot.ts';
import type { WindowSet } from '../../src/core/sequence/window-set.ts';
import { chooseBackend } from '../../src/ml/choose-backend.ts';
import { learnFromMarks } from '../../src/ml/learn.ts';
import { trainKeyModel } from '../../src/ml/train.ts';
import { trainValues } from '../../src/ml/values/train-values.ts';
import { WORKFLOW_OPTIONS, windowSets, workflowSessions } from '../../src/ml/windows.fixture.ts';
import { CPU_KERNELS } from './cpu-kernels.ts';

const { signal } = new AbortController();
const ran = new Set<string>();

/** The plain backend as it is in the built page, and a note of each kernel that runs. */
beforeAll(() => {
  for (const config of tf.getKernelsForBackend('cpu')) {
    tf.unregisterKernel(config.kernelName, 'cpu');
    if (CPU_KERNELS.includes(config.kernelName)) tf.registerKernel(noted(config));
  }
});

function noted(config: tf.KernelConfig): tf.KernelConfig {
  return {
    ...config,
    kernelFunc: (run) => {
      ran.add(config.kernelName);
      return config.kernelFunc(run);
    },
  };
}

test('the listed kernels are all that the plain backend needs, and all of them are needed', async () => {
  expect(await chooseBackend('cpu')).toMatchObject({
    backend: 'cpu',
    reason: expect.stringMatching(/^You asked for plain JavaScript;/),
  });
  await trainAndLearn();
  await trainOnSample();
  await learnValues();
  expect([...ran].sort()).toEqual([...CPU_KERNELS].sort());
});

/** With a snapshot between two updates, and marks of both kinds. */
async function trainAndLearn(): Promise<void> {
  const { train, validation } = windowSets(workflowSessions(12), 3, 9);
  const { model, snapshot } = await trained(train, validation);
  await trained(train, validation, snapshot);
  const marked = Int32Array.of(0);
  await learnFromMarks(model.weights, { normal: train, marked, unwanted: validation, bound: 9, seed: 1 }, 'cpu', {
    signal,
  });
}

/** The softmax is over a sample where there are many symbols, whether windows have them or not. */
async function trainOnSample(): Promise<void> {
  const many = { ...windowSets(workflowSessions(2), 3).train, symbols: 2001 };
  expect(softmaxOf(many.symbols)).toBe('sampled');
  await trained(many);
}

function trained(train: WindowSet, validation?: WindowSet, from?: TrainingSnapshot): Promise<TrainingResult> {
  const options = { ...WORKFLOW_OPTIONS, units: 4, epochs: from ? 2 : 1 };
  const offerSnapshot = (take: () => TrainingSnapshot) => void take();
  const control = { onEpoch: () => undefined, shouldStop: () => false, offerSnapshot, signal };
  return trainKeyModel(train, validation, options, control, { backend: 'cpu', reason: '' }, from);
}

async function learnValues(): Promise<void> {
  const [series, inputs, targets] = [
    Int32Array.of(0, 1),
    Float32Array.of(1, -1, -1, 1),
    Float32Array.of(1, Number.NaN),
  ];
  const rows: ValueRows = { series, inputs, targets };
  await trainValues({ series: 2, values: 1, history: 2, training: rows, heldOut: rows }, 1, 'cpu', 1);
}
