import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TrainingSnapshot } from '../../core/sequence/training-snapshot.ts';
import type { TrainingSets } from '../../engine/data.api.ts';
import { DEFAULT_SETTINGS } from '../pipeline.ts';
import { CHECKPOINT_FORMAT, type Checkpoint } from './checkpoint.ts';
import { CheckpointStore } from './checkpoint-store.ts';
import { Checkpoints } from './checkpoints.ts';
import { holdRun } from './run-lock.ts';

const OPTIONS = { units: 4, layers: 1, epochs: 9, patience: 3, learningRate: 0.01, seed: 1 };

function snapshotOf(epochs: number): TrainingSnapshot {
  const arrays = [Float32Array.of(epochs, Number.NaN), new Float32Array(1000).fill(0.25)];
  return {
    options: OPTIONS,
    windows: { symbols: 5, history: 3, count: 7, total: 40 },
    network: {
      parameters: arrays,
      first: arrays,
      second: arrays,
      step: 3,
      best: undefined,
      passSeed: 1,
      updates: 2,
      lossSum: 0.5,
    },
    progress: {
      epochs: Array.from({ length: epochs }, (_, at) => ({
        epoch: at + 1,
        trainLoss: 0.5,
        validationLoss: Number.NaN,
        seconds: 0.1,
      })),
      bestEpoch: 1,
      diverged: 0,
      schedule: { falls: 0, best: 0.5, waited: 1 },
    },
  };
}

function checkpointOf(run: string, epoch: number, savedAt = epoch): Checkpoint {
  const files = [{ name: 'a.log', size: 9, checksum: 77 }];
  return {
    format: CHECKPOINT_FORMAT,
    run,
    files,
    sample: undefined,
    settings: DEFAULT_SETTINGS,
    epoch,
    savedAt,
    snapshot: snapshotOf(epoch),
  };
}

let name: string;
let store: CheckpointStore;

async function openStore(): Promise<CheckpointStore> {
  const opened = await CheckpointStore.open(name);
  if (opened === undefined) throw new Error('There is no database here');
  return opened;
}

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  store = await openStore();
});

afterEach(() => {
  store.close();
  indexedDB.deleteDatabase(name);
});

/** What lies there, past the store. */
const raw = () => openDB(name, CHECKPOINT_FORMAT);

test('what is saved comes back, and the newest alone stays', async () => {
  for (const epoch of [1, 2, 3]) await store.save(checkpointOf('r', epoch));
  const again = await openStore();
  expect(await again.load('r')).toMatchObject(checkpointOf('r', 3));
  again.close();
  const database = await raw();
  expect(await database.count('bodies')).toBe(1);
  database.close();
});

test('a tab that dies between writing and switching leaves the one before', async () => {
  await store.save(checkpointOf('r', 1));
  const database = await raw();
  await database.put('bodies', snapshotOf(2), ['r', 2]);
  database.close();
  expect(await store.load('r')).toMatchObject({ epoch: 1 });
  await store.save(checkpointOf('r', 3));
  expect(await store.load('r')).toMatchObject({ epoch: 3 });
});

test.each<[string, unknown]>([
  ['cut', { ...snapshotOf(1), network: { ...snapshotOf(1).network, parameters: [] } }],
  ['gone', undefined],
])('weights that are %s are not gone on with', async (_, body) => {
  await store.save(checkpointOf('r', 1));
  const database = await raw();
  if (body === undefined) await database.delete('bodies', ['r', 1]);
  else await database.put('bodies', body, ['r', 1]);
  database.close();
  expect(await store.load('r')).toBeUndefined();
});

test('runs are listed without their weights, newest first, and go when they are removed', async () => {
  await store.save(checkpointOf('old', 1, 10));
  await store.save(checkpointOf('new', 2, 20));
  expect((await store.heads()).map(({ run, epoch }) => [run, epoch])).toEqual([
    ['new', 2],
    ['old', 1],
  ]);
  await store.remove('new');
  expect((await store.heads()).map(({ run }) => run)).toEqual(['old']);
  expect(await store.runs()).toEqual(['old']);
});

const noSets = { training: { total: 40 }, validation: {} } as unknown as TrainingSets;
const subjectOf = (seed: number) => ({
  files: [new File(['line'], 'a.log')],
  settings: DEFAULT_SETTINGS,
  sets: noSets,
  options: { ...OPTIONS, seed },
});
const ignore = () => undefined;

test('a run that was left is offered, and the same windows and options go on with it', async () => {
  const checkpoints = new Checkpoints(Promise.resolve(store), () => 123);
  const run = await checkpoints.begin(subjectOf(1), ignore);
  expect(run.newest).toBeUndefined();
  run.keep(snapshotOf(4));
  expect(await checkpoints.interrupted()).toEqual([]);
  await run.leave();
  const [offer, ...others] = await checkpoints.interrupted();
  expect(others).toEqual([]);
  expect(offer).toMatchObject({ epoch: 4, savedAt: 123, files: [{ name: 'a.log', size: 4 }] });
  const other = await checkpoints.begin(subjectOf(2), ignore);
  expect(other.newest).toBeUndefined();
  await other.finish();
  const again = await checkpoints.begin(subjectOf(1), ignore);
  expect(again.newest).toEqual(snapshotOf(4));
  expect(again.resumedFrom).toBe(123);
  await again.finish();
  expect(await checkpoints.interrupted()).toEqual([]);
});

test('what one tab trains another does not touch', async () => {
  const checkpoints = new Checkpoints(Promise.resolve(store), () => 1);
  const run = await checkpoints.begin(subjectOf(1), ignore);
  run.keep(snapshotOf(2));
  const second = await checkpoints.begin(subjectOf(1), ignore);
  expect(second.newest).toBeUndefined();
  second.keep(snapshotOf(1));
  await second.finish();
  await run.leave();
  const [head] = await checkpoints.interrupted();
  expect(head?.epoch).toBe(2);
  const release = await holdRun(head?.run ?? '');
  expect(await checkpoints.interrupted()).toEqual([]);
  await checkpoints.forget(head?.run ?? '');
  release?.();
  expect(await checkpoints.interrupted()).toHaveLength(1);
  await checkpoints.forget(head?.run ?? '');
  expect(await checkpoints.interrupted()).toEqual([]);
});

test('three runs wait at most, and what no head names is cleared away', async () => {
  const checkpoints = new Checkpoints(Promise.resolve(store), () => 1);
  for (const at of [1, 2, 3, 4]) await store.save(checkpointOf(`r${at}`, at));
  const database = await raw();
  await database.put('bodies', snapshotOf(1), ['orphan', 1]);
  database.close();
  const run = await checkpoints.begin(subjectOf(1), ignore);
  expect((await store.runs()).toSorted()).toEqual(['r3', 'r4']);
  await run.leave();
});

test('a database that is gone only costs what waited in it', async () => {
  const checkpoints = new Checkpoints(Promise.resolve(store), () => 1);
  store.close();
  expect(await checkpoints.interrupted()).toEqual([]);
  const unsaved: string[] = [];
  const run = await checkpoints.begin(subjectOf(1), () => unsaved.push('unsaved'));
  run.keep(snapshotOf(1));
  await run.finish();
  expect(unsaved).toEqual(['unsaved']);
});
