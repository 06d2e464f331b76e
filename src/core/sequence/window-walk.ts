import { IntList } from '../base/int-list.ts';
import { PairIndex } from '../base/pair-index.ts';

const FIRST_SLOTS = 1024;
const UNKNOWN = -1;

/**
 * Distinct windows as they are met. A window and the symbol after it say which window comes next, so that a walk through a
 * log looks one pair up for each symbol, however long the history is. Windows and pairs have dense numbers in the order in which
 * they were first met.
 */
export class WindowWalk {
  /** Window of each pair. */
  readonly window = new IntList();
  /** Symbol that followed it. */
  readonly symbol = new IntList();
  private readonly pairs = new PairIndex();
  private readonly windows: WindowTable;
  /** Window after each pair, once somebody went there. */
  private readonly next = new IntList();
  /** The window that every session starts from: nothing but BEGIN. */
  readonly start: number;

  constructor(history: number, begin: number) {
    this.windows = new WindowTable(history);
    this.start = this.windows.add(new Int32Array(history).fill(begin));
  }

  get windowCount(): number {
    return this.windows.size;
  }

  get pairCount(): number {
    return this.pairs.size;
  }

  /** Shape [history], oldest symbol first; a view. */
  symbolsOf(window: number): Int32Array {
    return this.windows.at(window);
  }

  /** @param at in [0, history) */
  symbolAt(window: number, at: number): number {
    return this.windows.symbolAt(window, at);
  }

  /** The pair of a window and the symbol that follows it. */
  pairOf(window: number, symbol: number): number {
    const pair = this.pairs.add(window, symbol);
    if (pair === this.window.length) {
      this.window.push(window);
      this.symbol.push(symbol);
      this.next.push(UNKNOWN);
    }
    return pair;
  }

  /** The window behind a pair. */
  follow(pair: number): number {
    const known = this.next.at(pair);
    return known === UNKNOWN ? this.find(pair) : known;
  }

  private find(pair: number): number {
    const shifted = this.symbolsOf(this.window.at(pair)).slice();
    shifted.copyWithin(0, 1);
    shifted[shifted.length - 1] = this.symbol.at(pair);
    const window = this.windows.add(shifted);
    this.next.set(pair, window);
    return window;
  }
}

/** Gives windows dense numbers. Open addressing, at most half full. */
class WindowTable {
  size = 0;
  private readonly history: number;
  private symbols: Int32Array;
  private slots = new Int32Array(FIRST_SLOTS).fill(UNKNOWN);

  constructor(history: number) {
    this.history = history;
    this.symbols = new Int32Array((FIRST_SLOTS / 2) * history);
  }

  at(window: number): Int32Array {
    return this.symbols.subarray(window * this.history, (window + 1) * this.history);
  }

  symbolAt(window: number, at: number): number {
    return this.symbols[window * this.history + at] as number;
  }

  add(symbols: Int32Array): number {
    const slot = this.slotOf(symbols);
    const known = this.slots[slot] as number;
    if (known !== UNKNOWN) return known;
    this.slots[slot] = this.size;
    this.symbols.set(symbols, this.size * this.history);
    this.size++;
    if (2 * this.size >= this.slots.length) this.grow();
    return this.size - 1;
  }

  private slotOf(symbols: Int32Array): number {
    const mask = this.slots.length - 1;
    for (let slot = hash(symbols) & mask; ; slot = (slot + 1) & mask) {
      const window = this.slots[slot] as number;
      if (window === UNKNOWN || this.equals(window, symbols)) return slot;
    }
  }

  private equals(window: number, symbols: Int32Array): boolean {
    const from = window * this.history;
    for (let i = 0; i < this.history; i++) if (this.symbols[from + i] !== symbols[i]) return false;
    return true;
  }

  private grow(): void {
    const grown = new Int32Array(2 * this.symbols.length);
    grown.set(this.symbols);
    this.symbols = grown;
    this.slots = new Int32Array(2 * this.slots.length).fill(UNKNOWN);
    for (let window = 0; window < this.size; window++) this.slots[this.slotOf(this.at(window))] = window;
  }
}

function hash(symbols: Int32Array): number {
  let hashed = 0x811c9dc5;
  for (const symbol of symbols) hashed = Math.imul(hashed ^ symbol, 0x85ebca6b) ^ (hashed >>> 13);
  return hashed ^ (hashed >>> 16);
}
