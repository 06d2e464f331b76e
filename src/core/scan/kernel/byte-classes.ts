import { type ByteArray, type Int, newBytes } from './arrays.ts';

/**
 * Byte classes of log text in UTF-8. Bytes from 0x80 on are parts of letters: no byte of a longer sequence is ever a
 * separator, so lines need no decoding to be split. 0 is anything else.
 */
export const LETTER: Int = 1;
export const DIGIT: Int = 2;
export const SPACE: Int = 3;
/** LF, which ends every line a kernel is given: loops that stop at it need no limit. */
export const END: Int = 4;

export const LF: Int = 10;
export const SPACE_BYTE: Int = 32;
export const OPEN_PARENTHESIS: Int = 40;
export const CLOSE_PARENTHESIS: Int = 41;
export const PLUS: Int = 43;
export const COMMA: Int = 44;
export const DASH: Int = 45;
export const DOT: Int = 46;
export const SLASH: Int = 47;
export const COLON: Int = 58;
export const SEMICOLON: Int = 59;
export const EQUALS: Int = 61;
export const AT: Int = 64;
export const OPEN_BRACKET: Int = 91;
export const CLOSE_BRACKET: Int = 93;
export const UNDERSCORE: Int = 95;
export const PIPE: Int = 124;
export const CLOSE_BRACE: Int = 125;

/** Class of each byte; `_` is a letter. */
export const CLASSES: ByteArray = classTable();

function classTable(): ByteArray {
  const table = newBytes(256);
  for (let c = 0; c < 256; c++) {
    if (c >= 48 && c <= 57) table[c] = DIGIT;
    else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === UNDERSCORE || c >= 128) table[c] = LETTER;
    else if (c === LF) table[c] = END;
    else if (c === SPACE_BYTE || (c >= 9 && c <= 13)) table[c] = SPACE;
  }
  return table;
}

export function classAt(bytes: ByteArray, at: Int): Int {
  return CLASSES[bytes[at] as Int] as Int;
}

export function isWordAt(bytes: ByteArray, at: Int): boolean {
  const kind = classAt(bytes, at);
  return kind === LETTER || kind === DIGIT;
}

/** First position from `at` on that is no white space. */
export function skipSpace(bytes: ByteArray, at: Int): Int {
  let p = at;
  while (classAt(bytes, p) === SPACE) p++;
  return p;
}
