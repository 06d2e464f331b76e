import { expect, test } from 'vitest';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import { SnapshotClock } from './snapshot-clock.ts';

/** Told apart by identity. */
const snapshot = () => ({}) as TrainingSnapshot;

function clockAt(times: { now: number }, from?: TrainingSnapshot) {
  const taken: TrainingSnapshot[] = [];
  return {
    clock: new SnapshotClock(
      () => times.now,
      from,
      (each) => taken.push(each),
    ),
    taken,
  };
}

test('a snapshot is taken every second of training', () => {
  const times = { now: 100 };
  const { clock, taken } = clockAt(times);
  const snapshots: TrainingSnapshot[] = [];
  const take = () => {
    const one = snapshot();
    snapshots.push(one);
    return one;
  };
  for (; times.now < 10_100; times.now += 250) clock.offer(take);
  expect(snapshots).toHaveLength(9);
  expect(taken).toEqual(snapshots);
  expect(clock.snapshot).toBe(snapshots.at(-1));
});

test('one that takes long is taken less often', () => {
  const times = { now: 0 };
  const { clock, taken } = clockAt(times);
  const take = () => {
    times.now += 1_000;
    return snapshot();
  };
  for (; times.now < 60_000; times.now += 100) clock.offer(take);
  expect(taken.length).toBeLessThanOrEqual(3);
  expect(taken.length).toBeGreaterThan(1);
});

test('before the first one, that of the run before counts', () => {
  const from = snapshot();
  const { clock } = clockAt({ now: 0 }, from);
  clock.offer(snapshot);
  expect(clock.snapshot).toBe(from);
});
