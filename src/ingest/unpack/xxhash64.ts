import { type Lanes, lanesOf, plus, times, turn, xor, xorShifted } from './lanes64.ts';

const STRIPE_BYTES = 32;
const LANES = 4;
const PRIMES = lanesOf(
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
);
/** Places of the primes. */
const [P1, P2, P3, P4, P5] = [0, 2, 4, 6, 8];
/** P1 + P2, P2, 0 and -P1. */
const STARTS = lanesOf(0x60ea27eeadc0b5d6n, 0xc2b2ae3d27d4eb4fn, 0n, 0x61c8864e7a143579n);
const LANE_TURNS = [1, 7, 12, 18];

/**
 * XXH64 with the seed 0 of bytes that come in pieces, as zstd has it: github.com/Cyan4973/xxHash, doc/xxhash_spec.md.
 * Platforms do not offer it, and in some of them `bigint` takes ten times as long.
 */
export class XxHash64 {
  private readonly lanes: Lanes = STARTS.slice();
  private readonly input: Lanes = new Uint32Array(2);
  /** Bytes that do not fill a stripe yet. */
  private readonly rest = new Uint8Array(STRIPE_BYTES);
  private length = 0;

  add(bytes: Uint8Array): void {
    const held = this.length % STRIPE_BYTES;
    this.length += bytes.length;
    let from = 0;
    if (held > 0) {
      from = Math.min(bytes.length, STRIPE_BYTES - held);
      this.rest.set(bytes.subarray(0, from), held);
      if (held + from < STRIPE_BYTES) return;
      this.addStripe(viewOf(this.rest), 0);
    }
    const view = viewOf(bytes);
    for (; from + STRIPE_BYTES <= bytes.length; from += STRIPE_BYTES) this.addStripe(view, from);
    this.rest.set(bytes.subarray(from));
  }

  /** The lower 32 bits of the hash of all that was added. */
  lower(): number {
    const hash = this.length < STRIPE_BYTES ? PRIMES.slice(P5, P5 + 2) : this.merged();
    plus(hash, 0, this.length % 2 ** 32, Math.floor(this.length / 2 ** 32));
    this.addRest(hash);
    xorShifted(hash, 0, 33);
    timesPrime(hash, 0, P2);
    xorShifted(hash, 0, 29);
    timesPrime(hash, 0, P3);
    xorShifted(hash, 0, 32);
    return hash[0] as number;
  }

  private addStripe(view: DataView, from: number): void {
    for (let lane = 0; lane < LANES; lane++) {
      const at = from + 8 * lane;
      this.round(this.lanes, 2 * lane, view.getUint32(at, true), view.getUint32(at + 4, true));
    }
  }

  /** Takes eight bytes into a lane. */
  private round(lanes: Lanes, at: number, low: number, high: number): void {
    const { input } = this;
    input[0] = low;
    input[1] = high;
    timesPrime(input, 0, P2);
    plus(lanes, at, input[0], input[1]);
    turn(lanes, at, 31);
    timesPrime(lanes, at, P1);
  }

  private merged(): Lanes {
    const hash = new Uint32Array(2);
    const turned = this.lanes.slice();
    for (const [lane, bits] of LANE_TURNS.entries()) {
      turn(turned, 2 * lane, bits);
      plus(hash, 0, turned[2 * lane] as number, turned[2 * lane + 1] as number);
    }
    for (let lane = 0; lane < LANES; lane++) {
      this.mix(hash, this.lanes[2 * lane] as number, this.lanes[2 * lane + 1] as number);
      timesPrime(hash, 0, P1);
      plusPrime(hash, P4);
    }
    return hash;
  }

  private mix(hash: Lanes, low: number, high: number): void {
    const lane = new Uint32Array(2);
    this.round(lane, 0, low, high);
    xor(hash, 0, lane[0] as number, lane[1] as number);
  }

  /** What is left behind the last stripe: by eight bytes, by four, one by one. */
  private addRest(hash: Lanes): void {
    const view = viewOf(this.rest);
    const end = this.length % STRIPE_BYTES;
    let at = 0;
    for (; at + 8 <= end; at += 8) {
      this.mix(hash, view.getUint32(at, true), view.getUint32(at + 4, true));
      turn(hash, 0, 27);
      timesPrime(hash, 0, P1);
      plusPrime(hash, P4);
    }
    if (at + 4 <= end) {
      mixSmall(hash, view.getUint32(at, true), P1, 23);
      timesPrime(hash, 0, P2);
      plusPrime(hash, P3);
      at += 4;
    }
    for (; at < end; at++) {
      mixSmall(hash, view.getUint8(at), P5, 11);
      timesPrime(hash, 0, P1);
    }
  }
}

function mixSmall(hash: Lanes, value: number, prime: number, bits: number): void {
  const product = Uint32Array.of(value, 0);
  timesPrime(product, 0, prime);
  xor(hash, 0, product[0] as number, product[1] as number);
  turn(hash, 0, bits);
}

function timesPrime(lanes: Lanes, at: number, prime: number): void {
  times(lanes, at, PRIMES[prime] as number, PRIMES[prime + 1] as number);
}

function plusPrime(hash: Lanes, prime: number): void {
  plus(hash, 0, PRIMES[prime] as number, PRIMES[prime + 1] as number);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
