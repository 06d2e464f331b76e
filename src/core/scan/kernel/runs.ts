import { type ByteArray, fewerAt, fourAt, type Int, type IntArray, times } from './arrays.ts';
import { CLASSES, DIGIT, LETTER, SPACE } from './byte-classes.ts';

/** Odd factors of the hash of a word, one for each four bytes of sixteen. */
const LOW: readonly Int[] = [0x9e3779b1 | 0, 0x85ebca77 | 0, 0xc2b2ae3d | 0, 0x27d4eb2f];
const HIGH: readonly Int[] = [0x165667b1, 0x2545f491, 0x7feb352d, 0x846ca68b | 0];
const NEXT: Int = 0x01000193;

/** End of the letters at `start`. WebAssembly looks at sixteen bytes at once. */
export function lettersEnd(bytes: ByteArray, start: Int): Int {
  const classes = CLASSES;
  let p = start;
  while ((classes[bytes[p] as Int] as Int) === LETTER) p++;
  return p;
}

/** End of the letters and digits at `start`. */
export function lettersAndDigitsEnd(bytes: ByteArray, start: Int): Int {
  const classes = CLASSES;
  let p = start;
  for (;;) {
    const kind = classes[bytes[p] as Int] as Int;
    if (kind !== LETTER && kind !== DIGIT) return p;
    p++;
  }
}

/** First white space or line end from `start` on. */
export function spaceAfter(bytes: ByteArray, start: Int): Int {
  const classes = CLASSES;
  let p = start;
  while ((classes[bytes[p] as Int] as Int) < SPACE) p++;
  return p;
}

/**
 * Hashes `bytes[start..end)`, which are not empty.
 *
 * @param hash takes the low and the high half
 */
export function hashRun(bytes: ByteArray, start: Int, end: Int, hash: IntArray): void {
  let low = end - start;
  let high: Int = 0;
  let lane: Int = 0;
  for (let at = start; at < end; at += 4) {
    const four = at + 4 <= end ? fourAt(bytes, at) : fewerAt(bytes, at, end - at);
    if (lane === 0) low = times(low, NEXT);
    if (lane === 0) high = times(high, NEXT);
    low = (low + times(four, LOW[lane] as Int)) | 0;
    high = (high + times(four, HIGH[lane] as Int)) | 0;
    lane = (lane + 1) & 3;
  }
  hash[0] = low ^ (low >>> 15);
  hash[1] = high ^ (high >>> 13);
}
