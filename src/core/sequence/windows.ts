import { countingSort } from '../base/counting-sort.ts';
import type { SymbolSequences } from './symbol-sequences.ts';
import type { WindowSet } from './window-set.ts';
import { WindowWalk } from './window-walk.ts';

/** A half-open range of positions of each session that counts: sessions cut by the data are not judged where they were cut. */
export interface JudgedRange {
  /** Shape [sessions]: first position that counts, from the session's first event. */
  readonly from: Int32Array;
  /** Shape [sessions]: one past the last position that counts; END is at position `events`. */
  readonly to: Int32Array;
}

/** Distinct windows, and for each position (event or END) which window and successor it is. */
export interface WindowIndex {
  readonly set: WindowSet;
  /** Shape of `sequences.symbol`: index into `set.nextSymbol`; -1 where the position does not count. */
  readonly successor: Int32Array;
}

/**
 * Collects the distinct windows of `history` symbols with what followed them.
 *
 * @param sessions indices of the sessions to read, e.g. those of the training part
 * @param judged positions that count; all where it is left out
 * @param times how often a session counts, a whole number above 0; once where it says nothing
 */
export function indexWindows(
  sequences: SymbolSequences,
  history: number,
  sessions: Iterable<number>,
  judged?: JudgedRange,
  times?: ReadonlyMap<number, number>,
): WindowIndex {
  const walk = new WindowWalk(history, sequences.vocabulary.begin);
  const successor = walkSessions(walk, sequences, sessions, judged);
  const pairCount = countPairs(successor, walk.pairCount);
  times?.forEach((count, session) => {
    const own = successor.subarray(sequences.start[session], sequences.start[session + 1]);
    for (const pair of own) if (pair >= 0) pairCount[pair] = (pairCount[pair] as number) + count - 1;
  });
  const { set, rank } = windowSet(walk, history, sequences.vocabulary.size, pairCount);
  for (let position = 0; position < successor.length; position++) {
    const pair = successor[position] as number;
    if (pair >= 0) successor[position] = rank[pair] as number;
  }
  return { set, successor };
}

/** @returns shape of `sequences.symbol`: the walk's pair of each position that counts, -1 for the others */
function walkSessions(
  walk: WindowWalk,
  sequences: SymbolSequences,
  sessions: Iterable<number>,
  judged: JudgedRange | undefined,
): Int32Array {
  const { symbol, start } = sequences;
  const pairOf = new Int32Array(symbol.length).fill(-1);
  for (const s of sessions) {
    const first = start[s] as number;
    const length = (start[s + 1] as number) - first;
    const from = first + (judged?.from[s] ?? 0);
    const to = first + Math.min(length, judged?.to[s] ?? length);
    let window = walk.start;
    for (let position = first; position < to; position++) {
      const pair = walk.pairOf(window, symbol[position] as number);
      if (position >= from) pairOf[position] = pair;
      if (position + 1 < to) window = walk.follow(pair);
    }
  }
  return pairOf;
}

function countPairs(pairOf: Int32Array, pairs: number): Int32Array {
  const count = new Int32Array(pairs);
  for (const pair of pairOf) if (pair >= 0) count[pair] = (count[pair] as number) + 1;
  return count;
}

/** The windows and pairs that count, in order, with the place of each pair among them. */
function windowSet(
  walk: WindowWalk,
  history: number,
  symbols: number,
  pairCount: Int32Array,
): { readonly set: WindowSet; readonly rank: Int32Array } {
  const counted = indicesOf(pairCount, (count) => count > 0);
  const order = sortedWindows(walk, history, symbols, counted);
  const row = placesIn(order, walk.windowCount);
  const rowOf = (pair: number) => row[walk.window.at(pair)] as number;
  const bySymbol = countingSort(counted, (pair) => walk.symbol.at(pair), symbols);
  const pairs = countingSort(bySymbol, rowOf, order.length);
  const windows = new Int32Array(order.length * history);
  order.forEach((window, index) => {
    windows.set(walk.symbolsOf(window), index * history);
  });
  const nextCount = pairs.map((pair) => pairCount[pair] as number);
  const set: WindowSet = {
    history,
    symbols,
    count: order.length,
    windows,
    nextStart: rowStarts(pairs.map(rowOf), order.length),
    nextSymbol: pairs.map((pair) => walk.symbol.at(pair)),
    nextCount,
    total: nextCount.reduce((sum, count) => sum + count, 0),
  };
  return { set, rank: placesIn(pairs, walk.pairCount) };
}

/** Windows of some pairs in lexicographic order. */
function sortedWindows(walk: WindowWalk, history: number, symbols: number, pairs: Int32Array): Int32Array {
  const counts = new Uint8Array(walk.windowCount);
  for (const pair of pairs) counts[walk.window.at(pair)] = 1;
  let order = indicesOf(counts, (value) => value === 1);
  for (let at = history - 1; at >= 0; at--) {
    order = countingSort(order, (window) => walk.symbolAt(window, at), symbols);
  }
  return order;
}

function indicesOf(values: Int32Array | Uint8Array, chosen: (value: number) => boolean): Int32Array {
  const found = new Int32Array(values.length);
  let count = 0;
  values.forEach((value, index) => {
    if (chosen(value)) found[count++] = index;
  });
  return found.slice(0, count);
}

/** Where each thing below `things` stands in `order`; 0 for one that is not there. */
function placesIn(order: Int32Array, things: number): Int32Array {
  const place = new Int32Array(things);
  order.forEach((thing, index) => {
    place[thing] = index;
  });
  return place;
}

/** @param rows ascending. @returns shape [count + 1]: where each row starts */
function rowStarts(rows: Int32Array, count: number): Int32Array {
  const start = new Int32Array(count + 1);
  for (const row of rows) start[row + 1] = (start[row + 1] as number) + 1;
  for (let row = 0; row < count; row++) start[row + 1] = (start[row + 1] as number) + (start[row] as number);
  return start;
}
