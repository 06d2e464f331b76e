import type { SymbolSequences } from './symbol-sequences.ts';
import type { WindowSet } from './window-set.ts';

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
 */
export function indexWindows(
  sequences: SymbolSequences,
  history: number,
  sessions: Iterable<number>,
  judged?: JudgedRange,
): WindowIndex {
  const padded = padPositions(sequences, history, sessions, judged);
  const table = new WindowTable(padded.symbols, history, padded.at.length);
  const windowOf = padded.at.map((position) => table.find(position));
  const order = sortWindows(padded.symbols, history, table.first);
  const rank = new Int32Array(order.length);
  order.forEach((window, index) => {
    rank[window] = index;
  });
  const windows = new Int32Array(order.length * history);
  order.forEach((window, index) => {
    const from = table.first[window] as number;
    windows.set(padded.symbols.subarray(from, from + history), index * history);
  });
  const row = windowOf.map((window) => rank[window] as number);
  const next = row.map((_, index) => padded.symbols[(padded.at[index] as number) + history] as number);
  const successors = countSuccessors(row, next, order.length, sequences.vocabulary.size);
  const successor = new Int32Array(sequences.symbol.length).fill(-1);
  padded.position.forEach((position, index) => {
    successor[position] = successors.of[index] as number;
  });
  const set: WindowSet = {
    history,
    symbols: sequences.vocabulary.size,
    count: order.length,
    windows,
    nextStart: successors.start,
    nextSymbol: successors.symbol,
    nextCount: successors.count,
    total: row.length,
  };
  return { set, successor };
}

/** Sessions one after the other, each behind `history` BEGINs, and where the windows that count start in them. */
function padPositions(sequences: SymbolSequences, history: number, sessions: Iterable<number>, judged?: JudgedRange) {
  const chosen = [...sessions];
  const lengthOf = (s: number) => (sequences.start[s + 1] as number) - (sequences.start[s] as number);
  const total = chosen.reduce((sum, s) => sum + history + lengthOf(s), 0);
  const symbols = new Int32Array(total).fill(sequences.vocabulary.begin);
  const at = new Int32Array(total);
  const position = new Int32Array(total);
  let count = 0;
  let offset = 0;
  for (const s of chosen) {
    const start = sequences.start[s] as number;
    const length = lengthOf(s);
    symbols.set(sequences.symbol.subarray(start, start + length), offset + history);
    const to = Math.min(length, judged?.to[s] ?? length);
    for (let p = judged?.from[s] ?? 0; p < to; p++) {
      at[count] = offset + p;
      position[count++] = start + p;
    }
    offset += history + length;
  }
  return { symbols, at: at.subarray(0, count), position: position.subarray(0, count) };
}

/** Open-addressing table from a window's symbols to a dense id in first-seen order. */
class WindowTable {
  /** Where each window was first seen in `symbols`. */
  readonly first: number[] = [];
  private readonly symbols: Int32Array;
  private readonly history: number;
  private readonly slots: Int32Array;

  constructor(symbols: Int32Array, history: number, capacity: number) {
    this.symbols = symbols;
    this.history = history;
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, capacity * 2)))).fill(-1);
  }

  find(at: number): number {
    const mask = this.slots.length - 1;
    let slot = this.hash(at) & mask;
    for (;;) {
      const id = this.slots[slot] as number;
      if (id < 0) break;
      if (this.equal(this.first[id] as number, at)) return id;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.first.length;
    return this.first.push(at) - 1;
  }

  private hash(at: number): number {
    let hash = 0x811c9dc5;
    for (let i = at; i < at + this.history; i++)
      hash = Math.imul(hash ^ (this.symbols[i] as number), 0x85ebca6b) ^ (hash >>> 13);
    return hash >>> 1;
  }

  private equal(a: number, b: number): boolean {
    for (let i = 0; i < this.history; i++) if (this.symbols[a + i] !== this.symbols[b + i]) return false;
    return true;
  }
}

function sortWindows(symbols: Int32Array, history: number, first: readonly number[]): Int32Array {
  const order = Int32Array.from(first, (_, id) => id);
  return order.sort((a, b) => {
    const from = first[a] as number;
    const other = first[b] as number;
    for (let i = 0; i < history; i++) {
      const difference = (symbols[from + i] as number) - (symbols[other + i] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** Counts (window, next) pairs: compressed rows by window, successors ascending; `of` is the pair of each input. */
function countSuccessors(row: Int32Array, next: Int32Array, windows: number, symbols: number) {
  const code = Float64Array.from(row, (window, i) => window * symbols + (next[i] as number));
  const distinct = code
    .slice()
    .sort()
    .filter((value, i, sorted) => i === 0 || value !== sorted[i - 1]);
  const pairOf = new Map<number, number>();
  distinct.forEach((value, pair) => {
    pairOf.set(value, pair);
  });
  const of = Int32Array.from(code, (value) => pairOf.get(value) as number);
  const count = new Int32Array(distinct.length);
  for (const pair of of) count[pair] = (count[pair] as number) + 1;
  const start = new Int32Array(windows + 1);
  for (const value of distinct)
    start[Math.floor(value / symbols) + 1] = (start[Math.floor(value / symbols) + 1] as number) + 1;
  for (let window = 0; window < windows; window++)
    start[window + 1] = (start[window + 1] as number) + (start[window] as number);
  return { of, count, start, symbol: Int32Array.from(distinct, (value) => value % symbols) };
}
