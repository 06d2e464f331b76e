/**
 * Gives things with a 64-bit hash dense numbers in the order they were first seen. Open addressing, at most half full.
 * Two things are taken for one if all 64 bits agree: with a million of them, about one chance in 37 million.
 */
export class HashIndex {
  size = 0;
  private mask: number;
  private low: Int32Array;
  private high: Int32Array;
  private ids: Int32Array;

  constructor(capacity = 1024) {
    this.mask = capacity * 2 - 1;
    this.low = new Int32Array(capacity * 2);
    this.high = new Int32Array(capacity * 2);
    this.ids = new Int32Array(capacity * 2).fill(-1);
  }

  /** Number of the thing; it is new if that equals the `size` before the call. */
  add(low: number, high: number): number {
    let slot = (low ^ (low >>> 15)) & this.mask;
    for (;;) {
      const id = this.ids[slot] as number;
      if (id < 0) break;
      if (this.low[slot] === low && this.high[slot] === high) return id;
      slot = (slot + 1) & this.mask;
    }
    this.low[slot] = low;
    this.high[slot] = high;
    this.ids[slot] = this.size;
    if (2 * ++this.size > this.mask) this.grow();
    return this.size - 1;
  }

  private grow(): void {
    const { low, high, ids } = this;
    const capacity = 2 * ids.length;
    this.mask = capacity - 1;
    this.low = new Int32Array(capacity);
    this.high = new Int32Array(capacity);
    this.ids = new Int32Array(capacity).fill(-1);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      if (id >= 0) this.place(low[i] as number, high[i] as number, id);
    }
  }

  private place(low: number, high: number, id: number): void {
    let slot = (low ^ (low >>> 15)) & this.mask;
    while ((this.ids[slot] as number) >= 0) slot = (slot + 1) & this.mask;
    this.low[slot] = low;
    this.high[slot] = high;
    this.ids[slot] = id;
  }
}
