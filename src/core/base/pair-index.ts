const FIRST_CAPACITY = 1024;

/** Gives pairs of 32-bit integers dense numbers in the order they were added. Open addressing, at most half full. */
export class PairIndex {
  size = 0;
  /** First, second and number of each pair by turns; the number is counted from 1, for 0 marks a free slot. */
  private slots = new Int32Array(3 * FIRST_CAPACITY);
  private mask = FIRST_CAPACITY - 1;

  /** Number of the pair; it is new if that equals the `size` before the call. */
  add(first: number, second: number): number {
    const { slots } = this;
    const slot = this.slotOf(first, second);
    const known = slots[slot + 2] as number;
    if (known > 0) return known - 1;
    slots[slot] = first;
    slots[slot + 1] = second;
    slots[slot + 2] = ++this.size;
    if (2 * this.size > this.mask) this.grow();
    return this.size - 1;
  }

  /** @returns -1 for a pair that was never added */
  find(first: number, second: number): number {
    return (this.slots[this.slotOf(first, second) + 2] as number) - 1;
  }

  /** Where the pair stands, or is to stand. */
  private slotOf(first: number, second: number): number {
    const { slots, mask } = this;
    for (let at = hash(first, second) & mask; ; at = (at + 1) & mask) {
      const slot = 3 * at;
      if (slots[slot + 2] === 0 || (slots[slot] === first && slots[slot + 1] === second)) return slot;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(2 * old.length);
    this.mask = 2 * this.mask + 1;
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      const to = this.slotOf(old[from] as number, old[from + 1] as number);
      for (let i = 0; i < 3; i++) this.slots[to + i] = old[from + i] as number;
    }
  }
}

/** The finalizer of MurmurHash3 over both, so that consecutive numbers spread. */
function hash(first: number, second: number): number {
  let h = Math.imul(first, 0x9e3779b1) ^ second;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
