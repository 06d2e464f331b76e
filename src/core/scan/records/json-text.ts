import { CLASSES, DIGIT, LF, SPACE_BYTE } from '../kernel/byte-classes.ts';
import { BACKSLASH } from './json-bytes.ts';
import { putUtf8 } from './utf8.ts';

const LOWER_U = 117;
/** What a letter behind a backslash stands for: `b` `f` `n` `r` `t`; others stand for themselves. */
const ESCAPES = escapeTable();

function escapeTable(): Uint8Array {
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const [letter, byte] of Object.entries({ b: 8, f: 12, n: LF, r: 13, t: 9 })) table[letter.charCodeAt(0)] = byte;
  return table;
}

/** Reads strings between quotes as JSON (RFC 8259, section 7) and logfmt write them. */
export class JsonText {
  /** The text that was read last, up to `length`. */
  readonly bytes: Uint8Array;
  length = 0;
  private readonly put = (byte: number): void => {
    if (this.length < this.bytes.length) this.bytes[this.length++] = byte;
  };

  /** @param most bytes that are kept of a text */
  constructor(most: number) {
    this.bytes = new Uint8Array(most);
  }

  /** Resolves the escapes of the string at `[start, end)`; half a surrogate pair becomes U+FFFD. */
  unescape(bytes: Uint8Array, start: number, end: number): true {
    const out = this.bytes;
    let length = 0;
    let p = start;
    while (p < end && length < out.length) {
      const c = bytes[p++] as number;
      if (c !== BACKSLASH || p >= end) out[length++] = c;
      else if (bytes[p] !== LOWER_U) out[length++] = ESCAPES[bytes[p++] as number] as number;
      else {
        this.length = length;
        p = this.unit(bytes, p + 1, end);
        length = this.length;
      }
    }
    this.length = length;
    return true;
  }

  /** A list of whole numbers from 0 to 255 as a text of these bytes, as journald writes what is no UTF-8. @returns whether it is one */
  ofNumbers(bytes: Uint8Array, start: number, end: number): boolean {
    this.length = 0;
    let value = -1;
    for (let p = start + 1; p < end; p++) {
      const c = bytes[p] as number;
      if (CLASSES[c] === DIGIT) value = 10 * Math.max(value, 0) + c - 48;
      else if (c > SPACE_BYTE) {
        if (value < 0 || value > 255) return false;
        this.put(value);
        value = -1;
      }
    }
    return this.length > 0;
  }

  /** The code point of `u` and four digits at `at`, and of the second half that may follow. @returns behind them */
  private unit(bytes: Uint8Array, at: number, end: number): number {
    const unit = hexAt(bytes, at, end);
    if (unit < 0) return at;
    const isHigh = unit >= 0xd800 && unit < 0xdc00;
    const follows = isHigh && bytes[at + 4] === BACKSLASH && bytes[at + 5] === LOWER_U;
    const low = follows ? hexAt(bytes, at + 6, end) : -1;
    if (low < 0xdc00 || low >= 0xe000) {
      putUtf8(unit, this.put);
      return at + 4;
    }
    putUtf8(0x10000 + ((unit - 0xd800) << 10) + low - 0xdc00, this.put);
    return at + 10;
  }
}

/** @returns -1 where no four hexadecimal digits stand */
function hexAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return -1;
  let value = 0;
  for (let p = at; p < at + 4; p++) {
    const c = bytes[p] as number;
    const letter = (c | 32) - 87;
    if (CLASSES[c] === DIGIT) value = 16 * value + c - 48;
    else if (letter >= 10 && letter < 16) value = 16 * value + letter;
    else return -1;
  }
  return value;
}
