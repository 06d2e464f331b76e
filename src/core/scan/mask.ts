import { BYTE_CLASS, COLON, DASH, DIGIT, LETTER, MINED_BYTES, OPEN_BRACKET, SPACE } from './bytes.ts';
import { Hash64 } from './hash64.ts';

const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const SPACE_BYTE = 32;
const EQUALS = 61;
const OPEN_PAREN = 40;

/**
 * Masks the content of a line and hashes what remains, so that equal hashes mean equal skeletons. In the skeleton a run of
 * word characters with a digit in it, and whatever is joined to it by `- . / :`, is `0`; white space is one space. A line
 * and its skeleton have the same masked tokens.
 */
export class Masker {
  /** Of the last skeleton. */
  readonly hash = new Hash64();
  private readonly skeleton = new Uint8Array(MINED_BYTES + 4);
  private readonly words = new Int32Array(this.skeleton.buffer);
  private length = 0;

  /** The last skeleton; overwritten by the next line. */
  get text(): Uint8Array {
    return this.skeleton.subarray(0, this.length);
  }

  /** @param end at most {@link MINED_BYTES} behind `start` */
  mask(bytes: Uint8Array, start: number, end: number): void {
    const length = writeSkeleton(bytes, start, end, this.skeleton);
    this.skeleton.fill(0, length, length + 4);
    this.hash.ofWords(this.words, (length + 3) >> 2, length);
    this.length = length;
  }
}

function writeSkeleton(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  let p = start;
  while (p < end) {
    const c = bytes[p] as number;
    const kind = BYTE_CLASS[c] as number;
    if (kind === LETTER || kind === DIGIT) {
      const wordEnd = runEnd(bytes, p, end);
      while (p < wordEnd) out[length++] = bytes[p++] as number;
      if (wordEnd > 0) continue;
      p = valueEnd(bytes, -wordEnd, end);
      out[length++] = ZERO;
    } else if (kind === SPACE) {
      p = spaceEnd(bytes, p, end);
      if (length > 0 && p < end) out[length++] = SPACE_BYTE;
    } else {
      p++;
      const before = length === 0 ? SPACE_BYTE : (out[length - 1] as number);
      if (c !== DASH || !isSign(bytes, p, end, before)) out[length++] = c;
    }
  }
  return length;
}

/** End of the run of letters and digits at `start`, negated if it holds a digit. */
function runEnd(bytes: Uint8Array, start: number, end: number): number {
  let hasDigit = false;
  for (let p = start; p < end; p++) {
    const kind = BYTE_CLASS[bytes[p] as number];
    if (kind === DIGIT) hasDigit = true;
    else if (kind !== LETTER) return hasDigit ? -p : p;
  }
  return hasDigit ? -end : end;
}

/** End of all that is joined to a value: the rest of a UUID, an address, a version or a path. */
function valueEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p + 1 < end) {
    const c = bytes[p];
    if (c !== DASH && c !== DOT && c !== SLASH && c !== COLON) break;
    const kind = BYTE_CLASS[bytes[p + 1] as number];
    if (kind !== LETTER && kind !== DIGIT) break;
    p = Math.abs(runEnd(bytes, p + 1, end));
  }
  return p;
}

function spaceEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && BYTE_CLASS[bytes[p] as number] === SPACE) p++;
  return p;
}

/** Whether a dash before `p` is the sign of a number. */
function isSign(bytes: Uint8Array, p: number, end: number, before: number): boolean {
  if (p >= end || BYTE_CLASS[bytes[p] as number] !== DIGIT) return false;
  return (
    before === SPACE_BYTE || before === EQUALS || before === COLON || before === OPEN_PAREN || before === OPEN_BRACKET
  );
}
