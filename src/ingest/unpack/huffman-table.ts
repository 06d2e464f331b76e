import { BadArchive } from './unpack-failure.ts';

const LONGEST_CODE = 15;

/** A prefix code of deflate, see RFC 1951, section 3.2.2. */
export interface HuffmanTable {
  /** Length of the longest code, in bits. */
  readonly width: number;
  /** By the next `width` bits, the first of them lowest: symbol * 16 + length of its code; 0 where no code begins so. */
  readonly entries: Uint16Array;
}

/** @param lengths of the code of each symbol, in bits, 0 for symbols without one @throws BadArchive */
export function huffmanTable(lengths: Uint8Array): HuffmanTable {
  const next = firstCodes(lengths);
  const width = Math.max(1, ...lengths);
  const entries = new Uint16Array(1 << width);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const code = next[length] as number;
    if (code >= 1 << length) throw BadArchive.damaged('its compressed data is damaged');
    next[length] = code + 1;
    for (let at = reversed(code, length); at < entries.length; at += 1 << length) entries[at] = symbol * 16 + length;
  }
  return { width, entries };
}

/** The first code of each length. */
function firstCodes(lengths: Uint8Array): Uint32Array {
  const counts = new Uint32Array(LONGEST_CODE + 1);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] as number) + 1;
  const codes = new Uint32Array(LONGEST_CODE + 1);
  for (let length = 1; length <= LONGEST_CODE; length++)
    codes[length] = ((codes[length - 1] as number) + (counts[length - 1] as number)) * 2;
  return codes;
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let at = 0; at < length; at++) bits |= ((code >>> at) & 1) << (length - 1 - at);
  return bits;
}
