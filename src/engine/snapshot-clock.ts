import type { Milliseconds } from '../core/base/units.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';

const LEAST_PAUSE: Milliseconds = 1_000;
/** Of the time of training that copying its state may take. */
const SHARE = 0.05;

/** Takes a snapshot of a training run now and then: a second or so of work are lost where it breaks off, at most. */
export class SnapshotClock {
  /** The newest one. */
  snapshot: TrainingSnapshot | undefined;
  private readonly now: () => Milliseconds;
  private readonly onSnapshot: (snapshot: TrainingSnapshot) => void;
  private due: Milliseconds;

  /** @param from the newest one so far */
  constructor(
    now: () => Milliseconds,
    from: TrainingSnapshot | undefined,
    onSnapshot: (snapshot: TrainingSnapshot) => void,
  ) {
    this.now = now;
    this.snapshot = from;
    this.onSnapshot = onSnapshot;
    this.due = now() + LEAST_PAUSE;
  }

  offer(take: () => TrainingSnapshot): void {
    const started = this.now();
    if (started < this.due) return;
    this.snapshot = take();
    const took = this.now() - started;
    this.due = this.now() + Math.max(LEAST_PAUSE, took / SHARE);
    this.onSnapshot(this.snapshot);
  }
}
