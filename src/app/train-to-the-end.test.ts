import { expect, test, vi } from 'vitest';
import type { EpochLog, TrainingOptions } from '../core/sequence/key-model.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { ModelApi } from '../engine/model.api.ts';
import { WorkerDied } from '../worker/connection.client.ts';
import { type KeptRun, memoryRun } from './checkpoints/kept-run.ts';
import { MODEL, WASM, WINDOWS } from './state.fixture.ts';
import { trainToTheEnd } from './train-to-the-end.ts';

const SUBJECT = {
  sets: { training: WINDOWS, validation: WINDOWS },
  options: {} as TrainingOptions,
  backend: 'auto',
} as const;
const EPOCHS: readonly EpochLog[] = [{ epoch: 1, trainLoss: 0.5, validationLoss: 0.6, seconds: 0.1 }];
const SNAPSHOT = { progress: { epochs: EPOCHS } } as unknown as TrainingSnapshot;

function thread() {
  return {
    choose: vi.fn<ModelApi['choose']>(async () => WASM),
    train: vi.fn<ModelApi['train']>(async () => MODEL),
  };
}

function listener() {
  return { backendChosen: vi.fn(), epoch: vi.fn(), interrupted: vi.fn() };
}

const train = (model: ReturnType<typeof thread>, heard: ReturnType<typeof listener>, run: KeptRun = memoryRun()) =>
  trainToTheEnd(model as unknown as ModelApi, SUBJECT, run, heard);

test('when the thread dies another one goes on from the newest snapshot, and it is said', async () => {
  const [model, heard] = [thread(), listener()];
  model.train.mockImplementationOnce(async (_training, _validation, _options, _onEpoch, onEvent) => {
    onEvent?.({ is: 'snapshot', snapshot: SNAPSHOT });
    throw new WorkerDied('model', 'failed: boom');
  });
  expect(await train(model, heard)).toBe(MODEL);
  expect(model.train.mock.calls.map((call) => call[5])).toEqual([undefined, SNAPSHOT]);
  expect(model.choose).toHaveBeenCalledTimes(2);
  const died = { is: 'thread-died', epoch: 1, what: 'The model worker failed: boom' };
  expect(heard.interrupted.mock.calls).toEqual([[died, EPOCHS]]);
});

test('a thread that does not start gives way to another one too', async () => {
  const [model, heard] = [thread(), listener()];
  model.choose.mockRejectedValueOnce(new WorkerDied('model', 'did not start within 15 s'));
  const run = { ...memoryRun(), newest: SNAPSHOT, resumedFrom: 77 };
  expect(await train(model, heard, run)).toBe(MODEL);
  expect(model.train.mock.calls.map((call) => call[5])).toEqual([SNAPSHOT]);
  expect(heard.interrupted.mock.calls.map(([{ is }]) => is)).toEqual(['resumed', 'thread-died']);
});

test('a run that had ended goes on from its end, and it is said', async () => {
  const [model, heard] = [thread(), listener()];
  expect(await trainToTheEnd(model as unknown as ModelApi, SUBJECT, memoryRun(), heard, SNAPSHOT)).toBe(MODEL);
  expect(model.train.mock.calls.map((call) => call[5])).toEqual([SNAPSHOT]);
  expect(heard.interrupted.mock.calls).toEqual([[{ is: 'continued', epoch: 1 }, EPOCHS]]);
});

test('a fourth death ends the run, with what the thread said', async () => {
  const [model, heard] = [thread(), listener()];
  model.train.mockRejectedValue(new WorkerDied('model', 'failed: boom'));
  await expect(train(model, heard)).rejects.toThrow('failed: boom');
  expect(model.train).toHaveBeenCalledTimes(4);
  expect(heard.interrupted).toHaveBeenCalledTimes(3);
});

test('an error of the training itself is no death', async () => {
  const [model, heard] = [thread(), listener()];
  model.train.mockRejectedValue(new RangeError('Array buffer allocation failed'));
  await expect(train(model, heard)).rejects.toThrow('allocation failed');
  expect(model.train).toHaveBeenCalledTimes(1);
});

test('the run of another tab goes on from where that was, and it is said', async () => {
  const [model, heard] = [thread(), listener()];
  const run = { ...memoryRun(), newest: SNAPSHOT, resumedFrom: 77 };
  await train(model, heard, run);
  expect(model.train.mock.lastCall?.[5]).toBe(SNAPSHOT);
  expect(heard.interrupted.mock.calls).toEqual([[{ is: 'resumed', epoch: 1, savedAt: 77 }, EPOCHS]]);
});

test('a GPU that was reset is said, with the backend that goes on', async () => {
  const [model, heard] = [thread(), listener()];
  model.train.mockImplementationOnce(async (_training, _validation, _options, _onEpoch, onEvent) => {
    onEvent?.({ is: 'gpu-reset', epochs: EPOCHS, backend: WASM });
    return MODEL;
  });
  await train(model, heard);
  expect(heard.interrupted.mock.calls).toEqual([[{ is: 'gpu-reset', epoch: 1, backend: WASM }, EPOCHS]]);
  expect(heard.backendChosen).toHaveBeenLastCalledWith(WASM);
});
