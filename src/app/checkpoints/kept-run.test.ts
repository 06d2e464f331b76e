import { beforeEach, expect, test, vi } from 'vitest';
import type { TrainingSnapshot } from '../../core/sequence/training-snapshot.ts';
import { DEFAULT_SETTINGS } from '../pipeline.ts';
import { CHECKPOINT_FORMAT, type Checkpoint } from './checkpoint.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { type KeptRun, memoryRun, StoredRun, whileKept } from './kept-run.ts';

const HEAD = { format: CHECKPOINT_FORMAT, run: 'r', files: [], sample: undefined, settings: DEFAULT_SETTINGS } as const;

/** After so many epochs. */
const snapshot = (epochs: number) =>
  ({ progress: { epochs: Array.from({ length: epochs }, (_, at) => at) } }) as unknown as TrainingSnapshot;

let saved: Checkpoint[];
let log: string[];
let run: StoredRun;
let clock: number;
let save: (checkpoint: Checkpoint) => Promise<void>;

beforeEach(() => {
  saved = [];
  log = [];
  clock = 99;
  save = async (checkpoint) => void saved.push(checkpoint);
  const store = {
    save: (checkpoint: Checkpoint) => save(checkpoint),
    remove: async () => void log.push('removed'),
  } as unknown as CheckpointStore;
  const release = () => void log.push('released');
  const onUnsaved = () => void log.push('unsaved');
  run = new StoredRun({ store, head: HEAD, from: undefined, now: () => clock, release, onUnsaved });
});

test('snapshots are saved; of those that come meanwhile the newest', async () => {
  for (const epochs of [1, 2, 3]) run.keep(snapshot(epochs));
  await vi.waitFor(() => expect(saved).toHaveLength(2));
  expect(saved.map(({ epoch }) => epoch)).toEqual([1, 3]);
  expect(saved[1]).toEqual({ ...HEAD, epoch: 3, savedAt: 99, snapshot: snapshot(3) });
  expect(run.newest).toEqual(snapshot(3));
});

test('saving that takes long is done less often; what waits is saved when the run is left', async () => {
  save = async (checkpoint) => {
    clock += 100;
    saved.push(checkpoint);
  };
  for (let epochs = 1; epochs <= 25; epochs++) {
    run.keep(snapshot(epochs));
    await new Promise((resolve) => setTimeout(resolve));
    clock += 100;
  }
  expect(saved.map(({ epoch }) => epoch)).toEqual([1, 10, 19]);
  await run.leave();
  expect(saved.at(-1)?.epoch).toBe(25);
  expect(log).toEqual(['released']);
});

test('where there is no room it is said once, and the run goes on in memory', async () => {
  save = async () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  run.keep(snapshot(1));
  await vi.waitFor(() => expect(log).toEqual(['unsaved']));
  run.keep(snapshot(2));
  await run.leave();
  expect(log).toEqual(['unsaved', 'released']);
  expect(run.newest).toEqual(snapshot(2));
});

test('a finished run leaves nothing, also where it was just being saved', async () => {
  let written: () => void = () => undefined;
  save = () =>
    new Promise((resolve) => {
      written = resolve;
    });
  run.keep(snapshot(1));
  const finished = run.finish();
  expect(log).toEqual([]);
  written();
  await finished;
  expect(log).toEqual(['removed', 'released']);
});

test.each([
  ['is done', async () => 'model', ['finish']],
  ['is cancelled', () => Promise.reject(new DOMException('cancelled', 'AbortError')), ['finish']],
  ['fails', () => Promise.reject(new RangeError('out of memory')), ['leave']],
])('when training %s', async (_, work, expected) => {
  const calls: string[] = [];
  const watched: KeptRun = {
    ...memoryRun(),
    finish: async () => void calls.push('finish'),
    leave: async () => void calls.push('leave'),
  };
  await whileKept<unknown>(watched, work).catch(() => undefined);
  expect(calls).toEqual(expected);
});
