import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Backend, TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { TrainingResult, TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import { activateBackend } from './backend.ts';
import { weightArrays } from './parameters.ts';
import { type TrainingControl, trainKeyModel } from './train.ts';
import { WORKFLOW_OPTIONS, windowSets, workflowSessions } from './windows.fixture.ts';

const { train, validation } = windowSets(workflowSessions(400), 8, 320);
const EPOCHS = 4;
const ABORTED = expect.objectContaining({ name: 'AbortError' });

interface Call {
  readonly backend: Backend;
  readonly epochs?: number;
  readonly set?: typeof train;
  readonly control?: Partial<TrainingControl>;
  readonly from?: TrainingSnapshot;
}

function run({ backend, epochs = EPOCHS, set = train, control, from }: Call): Promise<TrainingResult> {
  return trainKeyModel(
    set,
    validation,
    { ...WORKFLOW_OPTIONS, epochs },
    { onEpoch: () => undefined, signal: new AbortController().signal, shouldStop: () => false, ...control },
    { backend, reason: 'asked for' },
    from,
  );
}

/** All of a model but the time it took. */
function lasting({ weights, epochs, bestEpoch, end }: TrainedKeyModel) {
  return {
    weights: weightArrays(weights),
    losses: epochs.map(({ trainLoss, validationLoss }) => [trainLoss, validationLoss]),
    bestEpoch,
    end,
  };
}

/** Copied as on the way to another thread. @param at between which updates, counted over all passes */
async function snapshotAt(at: number, backend: Backend): Promise<TrainingSnapshot> {
  const abort = new AbortController();
  let found: TrainingSnapshot | undefined;
  let offers = 0;
  const offerSnapshot = (take: () => TrainingSnapshot) => {
    if (offers++ !== at) return;
    found = structuredClone(take());
    abort.abort();
  };
  await expect(run({ backend, control: { signal: abort.signal, offerSnapshot } })).rejects.toThrow(ABORTED);
  if (!found) throw new Error(`there were only ${offers} updates`);
  return found;
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test('a run that goes on from a snapshot ends as if it had never stopped, wherever that was', async () => {
    await activateBackend(backend);
    const before = tf.memory().numTensors;
    const whole = lasting((await run({ backend })).model);
    let updates = 0;
    await run({ backend, control: { offerSnapshot: () => updates++ } });
    expect(updates).toBeGreaterThan(2 * EPOCHS);
    for (const at of [0, 1, Math.floor(updates / 2), updates - 1]) {
      const { model } = await run({ backend, from: await snapshotAt(at, backend) });
      expect(lasting(model)).toEqual(whole);
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('a run that was stopped can go on later, with the same result', async () => {
  let offers = 0;
  const control = { offerSnapshot: () => offers++, shouldStop: () => offers > 10 };
  const stopped = await run({ backend: 'wasm', control });
  expect(stopped.model.end).toBe('stopped');
  const { model } = await run({ backend: 'wasm', from: stopped.snapshot });
  expect(lasting(model)).toEqual(lasting((await run({ backend: 'wasm' })).model));
});

test('a snapshot of other windows is refused', async () => {
  const from = await snapshotAt(1, 'wasm');
  const other = windowSets(workflowSessions(30), 8).train;
  await expect(run({ backend: 'wasm', set: other, from })).rejects.toThrow('the snapshot is of other windows');
});
