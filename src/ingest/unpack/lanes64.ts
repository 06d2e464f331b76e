/** Numbers of 64 bits without a sign as two of 32 each, the lower one first, one behind the other. `at` is the place of a lower one. */
export type Lanes = Uint32Array;

export function lanesOf(...values: readonly bigint[]): Lanes {
  return Uint32Array.from(values.flatMap((value) => [Number(value & 0xffffffffn), Number(value >> 32n)]));
}

/** Adds; what goes beyond 64 bits is lost here and in products. */
export function plus(lanes: Lanes, at: number, low: number, high: number): void {
  const sum = (lanes[at] as number) + low;
  lanes[at] = sum;
  lanes[at + 1] = (lanes[at + 1] as number) + high + (sum > 0xffffffff ? 1 : 0);
}

export function times(lanes: Lanes, at: number, low: number, high: number): void {
  const own = lanes[at] as number;
  const lower = (own & 0xffff) * low;
  const carried = Math.floor(((own >>> 16) * low + Math.floor(lower / 65_536)) / 65_536);
  const crossed = Math.imul(lanes[at + 1] as number, low) + Math.imul(own, high);
  lanes[at] = Math.imul(own, low);
  lanes[at + 1] = carried + crossed;
}

export function xor(lanes: Lanes, at: number, low: number, high: number): void {
  lanes[at] = (lanes[at] as number) ^ low;
  lanes[at + 1] = (lanes[at + 1] as number) ^ high;
}

/** Turns to the left. @param bits from 1 to 31 */
export function turn(lanes: Lanes, at: number, bits: number): void {
  const low = lanes[at] as number;
  const high = lanes[at + 1] as number;
  lanes[at] = (low << bits) | (high >>> (32 - bits));
  lanes[at + 1] = (high << bits) | (low >>> (32 - bits));
}

/** With itself, moved to the right. @param bits from 1 to 63 */
export function xorShifted(lanes: Lanes, at: number, bits: number): void {
  const low = lanes[at] as number;
  const high = lanes[at + 1] as number;
  if (bits >= 32) xor(lanes, at, high >>> (bits - 32), 0);
  else xor(lanes, at, (low >>> bits) | (high << (32 - bits)), high >>> bits);
}
