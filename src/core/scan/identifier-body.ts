import { BYTE_CLASS, DASH, DIGIT, LETTER } from './bytes.ts';
import type { IdentifierBody } from './identifier-rule.ts';

const DOT = 46;
const AT = 64;
const UNDERSCORE = 95;
const SHORTEST_HEX = 8;
const UUID_GROUPS = [8, 4, 4, 4, 12];

/** @returns end of the identifier body of this kind at `start`, -1 where there is none */
export function bodyEnd(body: IdentifierBody, bytes: Uint8Array, start: number, limit: number): number {
  switch (body) {
    case 'number':
      return numberEnd(bytes, start, limit);
    case 'hex':
      return hexEnd(bytes, start, limit);
    case 'uuid':
      return uuidEnd(bytes, start, limit);
    case 'word':
      return dottedWordEnd(bytes, start, limit);
  }
}

/** `_` may follow (`blk_12_1001.meta` is block 12); a letter or a fraction may not. */
function numberEnd(bytes: Uint8Array, start: number, limit: number): number {
  const from = bytes[start] === DASH ? start + 1 : start;
  let p = from;
  while (p < limit && BYTE_CLASS[bytes[p] as number] === DIGIT) p++;
  if (p === from) return -1;
  if (p >= limit) return p;
  const next = bytes[p] as number;
  if (BYTE_CLASS[next] === LETTER && next !== UNDERSCORE) return -1;
  return next === DOT && p + 1 < limit && BYTE_CLASS[bytes[p + 1] as number] === DIGIT ? -1 : p;
}

function hexEnd(bytes: Uint8Array, start: number, limit: number): number {
  const p = hexRunEnd(bytes, start, limit);
  return p - start >= SHORTEST_HEX && endsWord(bytes, p, limit) ? p : -1;
}

function uuidEnd(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  for (const length of UUID_GROUPS) {
    if (p > start && bytes[p++] !== DASH) return -1;
    const end = hexRunEnd(bytes, p, Math.min(limit, p + length));
    if (end - p !== length) return -1;
    p = end;
  }
  return endsWord(bytes, p, limit) ? p : -1;
}

/** Letters, digits and `_`, joined by `.`, `-` or `@`, with a digit in it. */
function dottedWordEnd(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  let hasDigit = false;
  while (p < limit) {
    const c = bytes[p] as number;
    const kind = BYTE_CLASS[c];
    if (kind === DIGIT) hasDigit = true;
    else if (kind !== LETTER && !(p > start && isJoint(c) && !endsWord(bytes, p + 1, limit))) break;
    p++;
  }
  return hasDigit ? p : -1;
}

function isJoint(c: number): boolean {
  return c === DOT || c === DASH || c === AT;
}

function hexRunEnd(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  while (p < limit && isHexByte(bytes[p] as number)) p++;
  return p;
}

export function isHexByte(c: number): boolean {
  return BYTE_CLASS[c] === DIGIT || ((c | 32) >= 97 && (c | 32) <= 102);
}

function endsWord(bytes: Uint8Array, at: number, limit: number): boolean {
  if (at >= limit) return true;
  const kind = BYTE_CLASS[bytes[at] as number];
  return kind !== LETTER && kind !== DIGIT;
}
