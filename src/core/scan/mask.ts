import {
  BYTE_CLASS,
  COLON,
  DASH,
  DIGIT,
  isSpaceByte,
  isWordByte,
  LETTER,
  MINED_BYTES,
  SPACE,
  skipSpace,
} from './bytes.ts';
import { WordBuffer } from './word-buffer.ts';

const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const SPACE_BYTE = 32;
/** What a sign may stand behind: white space, `=`, `:`, `(`, `[`. */
const SIGN_FOLLOWS = Uint8Array.from({ length: 256 }, (_, c) =>
  isSpaceByte(c) || [61, 58, 40, 91].includes(c) ? 1 : 0,
);

/**
 * Masks the content of a line and hashes what remains, so that equal hashes mean equal skeletons. In the skeleton a run of
 * word characters with a digit in it, and whatever is joined to it by `- . / :`, is `0`; white space is one space. A line
 * and its skeleton have the same masked tokens.
 */
export class Masker {
  /** Holds the last skeleton and its hash. */
  private readonly skeleton = new WordBuffer(MINED_BYTES);
  private length = 0;

  get low(): number {
    return this.skeleton.low;
  }

  get high(): number {
    return this.skeleton.high;
  }

  /** The last skeleton; overwritten by the next line. */
  get text(): Uint8Array {
    return this.skeleton.bytes.subarray(0, this.length);
  }

  /** @param end at most {@link MINED_BYTES} behind `start`; `bytes[start..end)` neither begins nor ends in white space */
  mask(bytes: Uint8Array, start: number, end: number): void {
    this.length = writeSkeleton(bytes, start, end, this.skeleton.bytes);
    this.skeleton.hash(this.length);
  }
}

/** @returns length of the skeleton in `out` */
function writeSkeleton(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  let p = start;
  while (p < end) {
    const c = bytes[p] as number;
    const kind = BYTE_CLASS[c] as number;
    if (kind === LETTER || kind === DIGIT) {
      const next = copyWord(bytes, p, end, out, length);
      if (next > 0) {
        length += next - p;
        p = next;
      } else {
        out[length++] = ZERO;
        p = valueEnd(bytes, -next, end);
      }
    } else if (kind === SPACE) {
      out[length++] = SPACE_BYTE;
      p = skipSpace(bytes, p, end);
    } else {
      p++;
      if (c !== DASH || !isSign(bytes, p, start, end)) out[length++] = c;
    }
  }
  return length;
}

/** @returns end of the run of letters and digits at `start`, negated if it holds a digit; only then `out` is of no use */
function copyWord(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let hasDigit = false;
  let to = at;
  let p = start;
  for (; p < end; p++) {
    const c = bytes[p] as number;
    const kind = BYTE_CLASS[c];
    if (kind === DIGIT) hasDigit = true;
    else if (kind !== LETTER) break;
    out[to++] = c;
  }
  return hasDigit ? -p : p;
}

/** End of all that is joined to a value: the rest of a UUID, an address, a version or a path. */
function valueEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p + 1 < end) {
    const c = bytes[p];
    if (c !== DASH && c !== DOT && c !== SLASH && c !== COLON) break;
    const kind = BYTE_CLASS[bytes[p + 1] as number];
    if (kind !== LETTER && kind !== DIGIT) break;
    p = wordRunEnd(bytes, p + 1, end);
  }
  return p;
}

function wordRunEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && isWordByte(bytes[p])) p++;
  return p;
}

/** Whether a dash before `p` is the sign of a number. */
function isSign(bytes: Uint8Array, p: number, start: number, end: number): boolean {
  if (p >= end || BYTE_CLASS[bytes[p] as number] !== DIGIT) return false;
  return p - 1 === start || SIGN_FOLLOWS[bytes[p - 2] as number] === 1;
}
