import {
  type ByteArray,
  grown,
  grownBytes,
  type Int,
  type IntArray,
  leadingZeros,
  newBytes,
  newInts,
  times,
} from './arrays.ts';

/** Bytes of all sketches together. Logs that would need more have none: which ones to keep must not depend on the parts. */
export const MOST_SKETCH_BYTES: Int = 1 << 24;

/** Bits of a hash that choose the register; a sketch has one byte for each. */
const INDEX_BITS: Int = 6;
const SKETCH_BYTES: Int = 1 << INDEX_BITS;

/**
 * About how many distinct values each value of each signature has had: the sketches of `base/distinct-sketch.ts`, which
 * WebAssembly cannot reach.
 */
export class ValueSketches {
  /** The sketches of the first signature's values, in the order they stand in a line, then those of the next one. */
  registers: ByteArray = newBytes(64 * SKETCH_BYTES);
  /** Where the sketches of each signature begin; where they end, those of the next one begin. */
  at: IntArray = newInts(1024);
  /** Set where the sketches would not fit; none is valid then. */
  isDropped: boolean = false;
  private signatures: Int = 0;

  /**
   * Counts the values of a line. Signatures come in the order of their numbers when they are new.
   *
   * @param hashes of its values, of which there are `count`
   */
  add(signature: Int, hashes: IntArray, count: Int): void {
    if (signature === this.signatures) this.open(count);
    if (this.isDropped) return;
    const end = this.at[signature + 1] as Int;
    let sketch = this.at[signature] as Int;
    for (let i = 0; sketch < end && i < count; i++) {
      this.addHash(sketch, hashes[i] as Int);
      sketch += SKETCH_BYTES;
    }
  }

  drop(): void {
    this.isDropped = true;
  }

  private open(count: Int): void {
    const next = ++this.signatures;
    if (this.isDropped) return;
    if (next >= this.at.length) this.at = grown(this.at, next + 1);
    const end = (this.at[next - 1] as Int) + count * SKETCH_BYTES;
    this.at[next] = end;
    if (end > MOST_SKETCH_BYTES) this.drop();
    else if (end > this.registers.length) this.registers = grownBytes(this.registers, end);
  }

  private addHash(sketch: Int, hash: Int): void {
    const mixed = mix(hash);
    const at = sketch + (mixed & (SKETCH_BYTES - 1));
    const rank = leadingZeros(mixed >>> INDEX_BITS) - INDEX_BITS + 1;
    if (rank > (this.registers[at] as Int)) this.registers[at] = rank;
  }
}

/** The finaliser of MurmurHash3. */
function mix(hash: Int): Int {
  let mixed = times(hash ^ (hash >>> 16), 0x85ebca6b | 0);
  mixed = times(mixed ^ (mixed >>> 13), 0xc2b2ae35 | 0);
  return mixed ^ (mixed >>> 16);
}
