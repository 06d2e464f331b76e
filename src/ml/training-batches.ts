import type { Random } from '../core/base/random.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

/** A part of the training set whose loss estimates the loss of all of it. */
export interface TrainingBatch {
  /** Indices of the windows in the set, ascending. */
  readonly rows: Int32Array;
  /** Shape [rows.length]: what one event after this window weighs. */
  readonly eventWeight: Float32Array;
}

/** Updates in a pass over a small set; a larger one has more, so that a batch stays small. */
const BATCHES = 16;
/** Updates in a pass from which on batches grow instead: what an update costs by itself would take most of the time. */
const MANY_BATCHES = 256;
/**
 * Bounds on the distinct windows of a batch, without the heavy ones: fewer would be noise, more than the usual number are slower to
 * learn from, more than the largest would need too much memory.
 */
const MIN_WINDOWS = 16;
const USUAL_WINDOWS = 128;
const MAX_WINDOWS = 1024;
/** Neighbouring windows stay together in runs, so many to a batch: they share most of their prefix, which saves a sixth of the work. */
const RUNS = 32;
/** A batch of few windows has runs of this length, and fewer of them. */
const MIN_RUN = 4;
/** The share of events whose windows stand in every batch. */
const HEAVY_SHARE = 0.75;
/** Marked windows of a batch: with many marks a batch with all of them would take several times as long, and tell little more. */
const MARKED_IN_BATCH = 96;
/** The least share of a batch's events that makes a window heavy: those with less do no harm where they fall. */
const LEAST_HEAVY = 0.02;

/**
 * Splits a training set into random batches, one update each. Few windows hold most events: a batch with one of those would pull the
 * weights its way, a batch without it the other. So the heaviest windows stand in every batch with their share, the others in
 * one, and the mean over the batches is the loss over the whole set.
 *
 * @param marked windows that stand in every batch too; of many, each in every second, third, ... one
 */
export function trainingBatches(
  set: WindowSet,
  random: Random,
  marked: Int32Array = new Int32Array(0),
): TrainingBatch[] {
  const windows = windowsOfBatch(set.count);
  const run = Math.max(MIN_RUN, Math.floor(windows / RUNS));
  const count = Math.ceil(set.count / windows);
  const events = eventsByWindow(set);
  const heavy = heavyWindows(events, set.total, windows, (LEAST_HEAVY * set.total) / count);
  const turns = Math.min(count, Math.ceil(marked.length / MARKED_IN_BATCH));
  const turnOf = new Map(Array.from(marked, (window, at) => [window, at % turns]));
  const own = new Int32Array(set.count);
  shuffled(Math.ceil(set.count / run), random).forEach((place, index) => {
    own.fill(index % count, place * run, (place + 1) * run);
  });
  const batches = Array.from({ length: count }, (): number[] => []);
  own.forEach((batch, row) => {
    const turn = heavy.has(row) ? undefined : turnOf.get(row);
    const one = heavy.has(row) ? batches : batches.slice(batch, batch + 1);
    const into = turn === undefined ? one : batches.filter((_, at) => at % turns === turn);
    for (const rows of into) rows.push(row);
  });
  const comes = new Int32Array(set.count);
  for (const row of batches.flat()) comes[row] = (comes[row] as number) + 1;
  return batches.map((rows) => ({
    rows: Int32Array.from(rows),
    eventWeight: Float32Array.from(rows, (row) => count / (comes[row] as number) / set.total),
  }));
}

/** @param count of the distinct windows in the set */
function windowsOfBatch(count: number): number {
  if (count > MANY_BATCHES * USUAL_WINDOWS) return Math.min(MAX_WINDOWS, Math.ceil(count / MANY_BATCHES));
  return Math.min(USUAL_WINDOWS, Math.max(MIN_WINDOWS, Math.ceil(count / BATCHES)));
}

function eventsByWindow({ count, nextStart, nextCount }: WindowSet): Int32Array {
  return Int32Array.from({ length: count }, (_, window) =>
    nextCount.subarray(nextStart[window], nextStart[window + 1]).reduce((sum, events) => sum + events, 0),
  );
}

/** The windows that hold most events, at most `limit` and none of fewer than `least`. */
function heavyWindows(events: Int32Array, total: number, limit: number, least: number): ReadonlySet<number> {
  const heaviest = Int32Array.from(events.keys()).sort((a, b) => (events[b] as number) - (events[a] as number));
  const heavy = new Set<number>();
  let held = 0;
  for (const window of heaviest.subarray(0, limit)) {
    const own = events[window] as number;
    if (held >= HEAVY_SHARE * total || own < least) break;
    held += own;
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
