/** Bytes that one sketch takes. */
export const SKETCH_BYTES = 64;
/** One standard deviation of an estimate, as a share of it. */
export const SKETCH_ERROR = 1.04 / Math.sqrt(SKETCH_BYTES);

const INDEX_BITS = 6;
const RANK_BITS = 32 - INDEX_BITS;
/** 1 / (2 ln 2). */
const ALPHA = 0.5 / Math.LN2;

/**
 * Counts a thing into the sketch at `offset`: HyperLogLog, which remembers how many distinct hashes it saw and nothing
 * else. The order of things and how often each comes do not matter. A sketch of nothing is all zeros.
 *
 * @param registers sketches one after the other, {@link SKETCH_BYTES} each
 * @param hash 32 bits, need not be well mixed
 */
export function addHash(registers: Uint8Array, offset: number, hash: number): void {
  const mixed = mix(hash);
  const at = offset + (mixed & (SKETCH_BYTES - 1));
  const rank = Math.clz32(mixed >>> INDEX_BITS) - INDEX_BITS + 1;
  if (rank > (registers[at] as number)) registers[at] = rank;
}

/** Makes the sketch at `offset` one of the things in both. */
export function mergeSketch(registers: Uint8Array, offset: number, other: Uint8Array, otherOffset: number): void {
  for (let i = 0; i < SKETCH_BYTES; i++) {
    const rank = other[otherOffset + i] as number;
    if (rank > (registers[offset + i] as number)) registers[offset + i] = rank;
  }
}

/**
 * About how many distinct things were counted into the sketch at `offset`; not rounded.
 *
 * @see O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", 2017, algorithm 6: without bias from none
 * on, so that no table of corrections is needed
 */
export function estimateDistinct(registers: Uint8Array, offset = 0): number {
  const count = new Array<number>(RANK_BITS + 2).fill(0);
  for (let i = 0; i < SKETCH_BYTES; i++) {
    const rank = registers[offset + i] as number;
    count[rank] = (count[rank] as number) + 1;
  }
  let z = SKETCH_BYTES * tau(1 - (count[RANK_BITS + 1] as number) / SKETCH_BYTES);
  for (let rank = RANK_BITS; rank >= 1; rank--) z = 0.5 * (z + (count[rank] as number));
  z += SKETCH_BYTES * sigma((count[0] as number) / SKETCH_BYTES);
  return (ALPHA * SKETCH_BYTES * SKETCH_BYTES) / z;
}

/** The finaliser of MurmurHash3. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** x + sum of x^(2^k) 2^(k-1) for k = 1, 2, ... */
function sigma(share: number): number {
  if (share === 1) return Number.POSITIVE_INFINITY;
  let x = share;
  let factor = 1;
  let sum = x;
  for (let before = -1; sum !== before; factor *= 2) {
    before = sum;
    x *= x;
    sum += x * factor;
  }
  return sum;
}

/** (1 - x - sum of (1 - x^(2^-k))^2 2^-k for k = 1, 2, ...) / 3 */
function tau(share: number): number {
  if (share === 0 || share === 1) return 0;
  let x = share;
  let factor = 1;
  let sum = 1 - x;
  for (let before = -1; sum !== before; ) {
    before = sum;
    x = Math.sqrt(x);
    factor /= 2;
    sum -= (1 - x) ** 2 * factor;
  }
  return sum / 3;
}
