/**
 * Byte classes of log text in UTF-8. Bytes from 0x80 on are parts of letters: no byte of a longer sequence is ever a
 * separator, so lines need no decoding to be split. 0 is anything else.
 */
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;

/** Class of each byte; `_` is a letter. */
export const BYTE_CLASS: Uint8Array = classTable();

export const LF = 10;
export const CR = 13;
export const ESC = 27;
export const DASH = 45;
export const COLON = 58;
export const OPEN_BRACKET = 91;
export const CLOSE_BRACKET = 93;
export const PIPE = 124;

/** A line's first bytes that are mined; the rest of a longer line is a dump. */
export const MINED_BYTES = 65_536;

function classTable(): Uint8Array {
  const table = new Uint8Array(256);
  for (let c = 0; c < 256; c++) {
    if (c >= 48 && c <= 57) table[c] = DIGIT;
    else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c >= 128) table[c] = LETTER;
    else if (c === 32 || (c >= 9 && c <= 13)) table[c] = SPACE;
  }
  return table;
}

/** Whether a letter, `_` or a digit. */
export function isWordByte(byte: number | undefined): boolean {
  const kind = BYTE_CLASS[byte ?? 0];
  return kind === LETTER || kind === DIGIT;
}

export function isSpaceByte(byte: number | undefined): boolean {
  return BYTE_CLASS[byte ?? 0] === SPACE;
}

export function isDigitByte(byte: number | undefined): boolean {
  return BYTE_CLASS[byte ?? 0] === DIGIT;
}

/** First position from `at` on that is no white space, at most `end`. */
export function skipSpace(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && BYTE_CLASS[bytes[p] as number] === SPACE) p++;
  return p;
}

/** End of `bytes[start..end)` without the white space it ends in, at least `start`. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = end;
  while (p > start && BYTE_CLASS[bytes[p - 1] as number] === SPACE) p--;
  return p;
}

/**
 * A string in the form the byte code reads: one byte for each UTF-16 unit, 0xff for any that is not ASCII, so that byte
 * positions are string positions. To the byte code all of these are letters alike.
 */
export function bytesOfUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i] = unit < 128 ? unit : 255;
  }
  return bytes;
}
