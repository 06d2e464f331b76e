import { ByteArray, Int, IntArray } from './arrays';

/** The same as `src/core/scan/kernel/runs.ts`, sixteen bytes at a time. Reads beyond an end find bytes that do not count. */
const HEAD: usize = 8;
const NEXT: i32 = 0x01000193;

/** Masks of the first 0 to 16 bytes. */
const MASKS: usize = newMasks();

function newMasks(): usize {
  const masks = heap.alloc(17 * 16);
  for (let bytes = 0; bytes <= 16; bytes++) {
    for (let i = 0; i < 16; i++) store<u8>(masks + <usize>(16 * bytes + i), i < bytes ? 255 : 0);
  }
  return masks;
}

@inline
function sixteenAt(bytes: ByteArray, at: i32): v128 {
  return v128.load(changetype<usize>(bytes) + <usize>at, HEAD);
}

/** Letters of ASCII, `_` and all bytes from 0x80 on. */
@inline
function letters(x: v128): v128 {
  const ascii = i8x16.lt_u(i8x16.sub(v128.or(x, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(26));
  return v128.or(v128.or(ascii, i8x16.lt_s(x, i8x16.splat(0))), i8x16.eq(x, i8x16.splat(95)));
}

@inline
function digits(x: v128): v128 {
  return i8x16.lt_u(i8x16.sub(x, i8x16.splat(48)), i8x16.splat(10));
}

export function lettersEnd(bytes: ByteArray, start: Int): Int {
  let p = start;
  while (true) {
    const rest = ~i8x16.bitmask(letters(sixteenAt(bytes, p)));
    const count = ctz(rest);
    p += count;
    if (count < 16) return p;
  }
}

export function lettersAndDigitsEnd(bytes: ByteArray, start: Int): Int {
  let p = start;
  while (true) {
    const x = sixteenAt(bytes, p);
    const count = ctz(~i8x16.bitmask(v128.or(letters(x), digits(x))));
    p += count;
    if (count < 16) return p;
  }
}

export function spaceAfter(bytes: ByteArray, start: Int): Int {
  let p = start;
  while (true) {
    const x = sixteenAt(bytes, p);
    const control = i8x16.lt_u(i8x16.sub(x, i8x16.splat(9)), i8x16.splat(5));
    const space = i8x16.bitmask(v128.or(control, i8x16.eq(x, i8x16.splat(32))));
    if (space != 0) return p + ctz(space);
    p += 16;
  }
}

export function hashRun(bytes: ByteArray, start: Int, end: Int, hash: IntArray): void {
  let low: i32 = end - start;
  let high: i32 = 0;
  for (let at = start; at < end; at += 16) {
    const count = min(end - at, 16);
    const x = v128.and(sixteenAt(bytes, at), v128.load(MASKS + (<usize>count << 4)));
    low = low * NEXT + sumOf(i32x4.mul(x, i32x4(0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f)));
    high = high * NEXT + sumOf(i32x4.mul(x, i32x4(0x165667b1, 0x2545f491, 0x7feb352d, 0x846ca68b)));
  }
  hash[0] = low ^ (low >>> 15);
  hash[1] = high ^ (high >>> 13);
}

@inline
function sumOf(x: v128): i32 {
  return (
    i32x4.extract_lane(x, 0) + i32x4.extract_lane(x, 1) + i32x4.extract_lane(x, 2) + i32x4.extract_lane(x, 3)
  );
}
