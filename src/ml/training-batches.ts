import type { Random } from '../core/base/random.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { batchOf, type WindowBatch } from './window-batch.ts';

/** A part of the training set whose loss estimates the loss of all of it. */
export interface TrainingBatch extends WindowBatch {
  /** Shape [rows.length]: what one event after this window weighs. */
  readonly eventWeight: Float32Array;
}

/** Updates in a pass over a small set; a large one has more, so that a batch stays small. */
const BATCHES = 16;
/** Bounds on the distinct windows of a batch, without the heavy ones: fewer would be noise, more would be slow to learn. */
const MIN_WINDOWS = 16;
const MAX_WINDOWS = 128;
/** Neighbouring windows that stay together: they share most of their prefix, which saves a sixth of the work. */
const RUN = 4;
/** The share of events whose windows stand in every batch. */
const HEAVY_SHARE = 0.75;

/**
 * Splits a training set into random batches, one update each. Few windows hold most events: a batch with one of those would pull the
 * weights its way, a batch without it the other. So the heaviest windows stand in every batch with their share, the others in
 * one, and the mean over the batches is the loss over the whole set.
 */
export function trainingBatches(set: WindowSet, random: Random): TrainingBatch[] {
  const windows = Math.min(MAX_WINDOWS, Math.max(MIN_WINDOWS, Math.ceil(set.count / BATCHES)));
  const count = Math.ceil(set.count / windows);
  const events = eventsByWindow(set);
  const heavy = heavyWindows(events, set.total, windows);
  const own = new Int32Array(set.count);
  shuffled(Math.ceil(set.count / RUN), random).forEach((run, index) => {
    own.fill(index % count, run * RUN, (run + 1) * RUN);
  });
  const batches = Array.from({ length: count }, (): number[] => []);
  own.forEach((batch, window) => {
    const into = heavy.has(window) ? batches : batches.slice(batch, batch + 1);
    for (const rows of into) rows.push(window);
  });
  return batches.map((rows) => ({
    ...batchOf(set.windows, set.history, Int32Array.from(rows)),
    eventWeight: Float32Array.from(rows, (row) => (heavy.has(row) ? 1 : count) / set.total),
  }));
}

function eventsByWindow({ count, nextStart, nextCount }: WindowSet): Int32Array {
  return Int32Array.from({ length: count }, (_, window) =>
    nextCount.subarray(nextStart[window], nextStart[window + 1]).reduce((sum, events) => sum + events, 0),
  );
}

/** The windows that hold most events, at most `limit`. */
function heavyWindows(events: Int32Array, total: number, limit: number): ReadonlySet<number> {
  const heaviest = Int32Array.from(events.keys()).sort((a, b) => (events[b] as number) - (events[a] as number));
  const heavy = new Set<number>();
  let held = 0;
  for (const window of heaviest.subarray(0, limit)) {
    if (held >= HEAVY_SHARE * total) break;
    held += events[window] as number;
    heavy.add(window);
  }
  return heavy;
}

/** The numbers below `count` in random order (Fisher-Yates). */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random.uniform() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
