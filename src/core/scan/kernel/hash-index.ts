import { type Int, type IntArray, newInts } from './arrays.ts';

/**
 * Gives things with a 64-bit hash dense numbers in the order they were first seen. Open addressing, at most half full.
 * Two things are taken for one if all 64 bits agree: with a million of them, about one chance in 37 million.
 */
export class HashIndex {
  size: Int = 0;
  private mask: Int;
  /** Of each slot both halves of the hash, 1 more than the number (0 where it is free) and a stamp: one look at memory for all. */
  private slots: IntArray;

  /** @param slots a power of two */
  constructor(slots: Int) {
    this.mask = slots - 1;
    this.slots = newInts(4 * slots);
  }

  /** Number of the thing; it is new if that equals the `size` before the call. */
  add(low: Int, high: Int): Int {
    // First the place: finding it may move all slots.
    const at = this.slotFor(low, high);
    return (this.slots[at + 2] as Int) - 1;
  }

  /** As {@link add}, but -1 for a thing that was last added with the same stamp, which is above 0. */
  addOnce(low: Int, high: Int, stamp: Int): Int {
    const at = this.slotFor(low, high);
    if ((this.slots[at + 3] as Int) === stamp) return -1;
    this.slots[at + 3] = stamp;
    return (this.slots[at + 2] as Int) - 1;
  }

  /** Where the thing stands from now on. */
  private slotFor(low: Int, high: Int): Int {
    let at = this.placeOf(low, high);
    if ((this.slots[at + 2] as Int) > 0) return at;
    if (2 * this.size >= this.mask) {
      this.grow();
      at = this.placeOf(low, high);
    }
    this.slots[at] = low;
    this.slots[at + 1] = high;
    this.slots[at + 2] = ++this.size;
    return at;
  }

  private placeOf(low: Int, high: Int): Int {
    const mask = this.mask;
    const slots = this.slots;
    let slot = (low ^ (low >>> 15)) & mask;
    while ((slots[4 * slot + 2] as Int) > 0) {
      if ((slots[4 * slot] as Int) === low && (slots[4 * slot + 1] as Int) === high) break;
      slot = (slot + 1) & mask;
    }
    return 4 * slot;
  }

  private grow(): void {
    const old = this.slots;
    this.mask = 2 * this.mask + 1;
    this.slots = newInts(2 * old.length);
    for (let from = 0; from < old.length; from += 4) {
      if ((old[from + 2] as Int) === 0) continue;
      const at = this.placeOf(old[from] as Int, old[from + 1] as Int);
      for (let i = 0; i < 4; i++) this.slots[at + i] = old[from + i] as Int;
    }
  }
}
