import { type Int, type IntArray, newInts } from './arrays.ts';

/**
 * Gives things with a 64-bit hash dense numbers in the order they were first seen. Open addressing, at most half full.
 * Two things are taken for one if all 64 bits agree: with a million of them, about one chance in 37 million.
 */
export class HashIndex {
  size: Int = 0;
  private mask: Int;
  private low: IntArray;
  private high: IntArray;
  /** 1 more than the number; 0 is free. */
  private ids: IntArray;

  /** @param slots a power of two */
  constructor(slots: Int) {
    this.mask = slots - 1;
    this.low = newInts(slots);
    this.high = newInts(slots);
    this.ids = newInts(slots);
  }

  /** Number of the thing; it is new if that equals the `size` before the call. */
  add(low: Int, high: Int): Int {
    const slot = this.slotOf(low, high);
    const known = this.ids[slot] as Int;
    if (known > 0) return known - 1;
    this.low[slot] = low;
    this.high[slot] = high;
    this.ids[slot] = ++this.size;
    if (2 * this.size > this.mask) this.grow();
    return this.size - 1;
  }

  private slotOf(low: Int, high: Int): Int {
    const mask = this.mask;
    const lows = this.low;
    const highs = this.high;
    const ids = this.ids;
    let slot = (low ^ (low >>> 15)) & mask;
    while ((ids[slot] as Int) > 0) {
      if ((lows[slot] as Int) === low && (highs[slot] as Int) === high) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const low = this.low;
    const high = this.high;
    const ids = this.ids;
    const slots = this.mask + 1;
    this.mask = 2 * slots - 1;
    this.low = newInts(2 * slots);
    this.high = newInts(2 * slots);
    this.ids = newInts(2 * slots);
    for (let i = 0; i < slots; i++) {
      const id = ids[i] as Int;
      if (id === 0) continue;
      const slot = this.slotOf(low[i] as Int, high[i] as Int);
      this.low[slot] = low[i] as Int;
      this.high[slot] = high[i] as Int;
      this.ids[slot] = id;
    }
  }
}
