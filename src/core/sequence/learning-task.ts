import type { Nats } from '../base/units.ts';
import { mergeWindows } from './merge-windows.ts';
import type { SymbolSequences } from './symbol-sequences.ts';
import type { WindowSet } from './window-set.ts';
import { indexWindows, type JudgedRange, type WindowIndex } from './windows.ts';

/** What a trained key model is to learn from marks. */
export interface LearningTask {
  /** What it learnt from, with the sessions that a person calls normal. */
  readonly normal: WindowSet;
  /** Rows of `normal`: the windows of those sessions. */
  readonly marked: Int32Array;
  /** The events that a person calls anomalous, each behind its window. */
  readonly unwanted: WindowSet | undefined;
  /** They are to be more surprising than this. */
  readonly bound: Nats;
  readonly seed: number;
}

/** The sessions of a log as the key model sees them. */
export interface ModelSequences {
  readonly sequences: SymbolSequences;
  readonly judged: JudgedRange;
  readonly history: number;
}

export interface MarkedEvents {
  /** Sessions that the model was trained on. */
  readonly training: readonly number[];
  /** What it was trained on elsewhere, with no session of it marked. */
  readonly kept?: WindowSet | undefined;
  /** Sessions that a person calls normal. */
  readonly normal: readonly number[];
  /** By session that a person calls anomalous, the position of the event that is. */
  readonly unwanted: ReadonlyMap<number, number>;
}

/** Marked sessions count as this share of all events, where there are fewer: what is said on purpose must not drown. */
const LEAST_SHARE = 0.1;

export function learningTask(
  { sequences, judged, history }: ModelSequences,
  { training, kept, normal, unwanted }: MarkedEvents,
  bound: Nats,
  seed: number,
): LearningTask {
  const own = new Set(training);
  const taught = normal.filter((session) => !own.has(session));
  const times = timesOf(eventsIn(sequences, training) + (kept?.total ?? 0), eventsIn(sequences, normal));
  const counted = new Map(normal.map((session) => [session, times]));
  const index = indexWindows(sequences, history, [...training, ...taught], judged, counted);
  const rows = rowsOf(index, sequences, normal);
  const merged = kept && mergeWindows(index.set, kept);
  return {
    normal: withoutUnknown(merged?.set ?? index.set, sequences.vocabulary.unknown),
    marked: merged === undefined ? rows : rows.map((row) => merged.rowOfFirst[row] as number),
    unwanted: unwanted.size === 0 ? undefined : unwantedWindows(sequences, history, unwanted),
    bound,
    seed,
  };
}

function timesOf(events: number, marked: number): number {
  return marked === 0 ? 1 : Math.max(1, Math.round((LEAST_SHARE * events) / marked));
}

function eventsIn({ start }: SymbolSequences, sessions: readonly number[]): number {
  return sessions.reduce((sum, session) => sum + (start[session + 1] as number) - (start[session] as number), 0);
}

/** A key that training never saw is none that a model could expect. */
function withoutUnknown(set: WindowSet, unknown: number): WindowSet {
  const nextCount = set.nextCount.map((count, at) => (set.nextSymbol[at] === unknown ? 0 : count));
  return { ...set, nextCount, total: nextCount.reduce((sum, count) => sum + count, 0) };
}

function rowsOf({ set, successor }: WindowIndex, { start }: SymbolSequences, sessions: readonly number[]): Int32Array {
  const row = new Int32Array(set.nextSymbol.length);
  for (let one = 0; one < set.count; one++) row.fill(one, set.nextStart[one], set.nextStart[one + 1]);
  const found = new Set<number>();
  for (const session of sessions) {
    for (const pair of successor.subarray(start[session], start[session + 1])) {
      if (pair >= 0) found.add(row[pair] as number);
    }
  }
  return Int32Array.from(found).sort();
}

function unwantedWindows(
  sequences: SymbolSequences,
  history: number,
  unwanted: ReadonlyMap<number, number>,
): WindowSet {
  const count = sequences.start.length - 1;
  const only = { from: new Int32Array(count), to: new Int32Array(count) };
  for (const [session, position] of unwanted) {
    only.from[session] = position;
    only.to[session] = position + 1;
  }
  return indexWindows(sequences, history, unwanted.keys(), only).set;
}
