import type { ByteArray, Int } from './arrays.ts';
import { AT, COLON, classAt, DASH, DIGIT, DOT, isWordAt, LETTER, UNDERSCORE } from './byte-classes.ts';

/** Kinds of bodies. */
export const NUMBER_BODY: Int = 0;
export const HEX_BODY: Int = 1;
export const UUID_BODY: Int = 2;
export const WORD_BODY: Int = 3;
export const NAME_BODY: Int = 4;
export const ADDRESS_BODY: Int = 5;

const SHORTEST_HEX: Int = 8;

/** @returns end of the identifier body of this kind at `start`, -1 where there is none */
export function bodyEnd(body: Int, bytes: ByteArray, start: Int): Int {
  if (body === NUMBER_BODY) return numberEnd(bytes, start);
  if (body === HEX_BODY) return hexEnd(bytes, start);
  if (body === ADDRESS_BODY) return addressEnd(bytes, start);
  return body === UUID_BODY ? uuidEnd(bytes, start) : dottedWordEnd(bytes, start, body === WORD_BODY);
}

export function isHexByte(c: Int): boolean {
  const letter = c | 32;
  return (c >= 48 && c <= 57) || (letter >= 97 && letter <= 102);
}

/** `_` may follow (`blk_12_1001.meta` is block 12); a letter or a fraction may not. */
function numberEnd(bytes: ByteArray, start: Int): Int {
  const from = (bytes[start] as Int) === DASH ? start + 1 : start;
  const p = digitsEnd(bytes, from);
  if (p === from) return -1;
  const next = bytes[p] as Int;
  if (classAt(bytes, p) === LETTER && next !== UNDERSCORE) return -1;
  return next === DOT && classAt(bytes, p + 1) === DIGIT ? -1 : p;
}

function hexEnd(bytes: ByteArray, start: Int): Int {
  const p = hexRunEnd(bytes, start);
  return p - start >= SHORTEST_HEX && !isWordAt(bytes, p) ? p : -1;
}

/** Groups of 8, 4, 4, 4 and 12 hex digits. */
function uuidEnd(bytes: ByteArray, start: Int): Int {
  let p = hexRunEnd(bytes, start);
  if (p - start !== 8) return -1;
  for (let group = 0; group < 4; group++) {
    if ((bytes[p] as Int) !== DASH) return -1;
    const end = hexRunEnd(bytes, p + 1);
    if (end - p - 1 !== (group < 3 ? 4 : 12)) return -1;
    p = end;
  }
  return isWordAt(bytes, p) ? -1 : p;
}

/** Four numbers with dots between them, with or without a port. */
function addressEnd(bytes: ByteArray, start: Int): Int {
  let p = start;
  for (let part = 0; part < 4; part++) {
    if (part > 0 && (bytes[p++] as Int) !== DOT) return -1;
    const end = digitsEnd(bytes, p);
    if (end === p || end - p > 3) return -1;
    p = end;
  }
  const port = (bytes[p] as Int) === COLON ? digitsEnd(bytes, p + 1) : p;
  if (port > p + 1) p = port;
  return isWordAt(bytes, p) || ((bytes[p] as Int) === DOT && isWordAt(bytes, p + 1)) ? -1 : p;
}

/** Letters, digits and `_`, joined by `.`, `-` or `@`; with a digit in it where one is needed. */
function dottedWordEnd(bytes: ByteArray, start: Int, needsDigit: boolean): Int {
  let p = start;
  let hasDigit = !needsDigit && isWordAt(bytes, start);
  for (;;) {
    const kind = classAt(bytes, p);
    if (kind === DIGIT) hasDigit = true;
    else if (kind !== LETTER && !(p > start && isJoint(bytes[p] as Int) && isWordAt(bytes, p + 1))) break;
    p++;
  }
  return hasDigit ? p : -1;
}

function isJoint(c: Int): boolean {
  return c === DOT || c === DASH || c === AT;
}

function digitsEnd(bytes: ByteArray, start: Int): Int {
  let p = start;
  while (classAt(bytes, p) === DIGIT) p++;
  return p;
}

function hexRunEnd(bytes: ByteArray, start: Int): Int {
  let p = start;
  while (isHexByte(bytes[p] as Int)) p++;
  return p;
}
