import { ESC } from './bytes.ts';

const BELL = 7;
const BACKSLASH = 92;
const OPEN_OSC = 93;
const OPEN_CSI = 91;

/**
 * Copies a line without its terminal escape sequences (colours, cursor moves, links) in one linear pass.
 *
 * @param out at least `end - start` long
 * @returns number of bytes written
 * @see ECMA-48: CSI is `ESC [` parameters, a final byte 0x40-0x7e; OSC is `ESC ]` up to BEL or `ESC \`; others are two bytes
 */
export function stripEscapes(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  let p = start;
  while (p < end) {
    const c = bytes[p] as number;
    if (c === ESC) {
      p = escapeEnd(bytes, p, end);
    } else {
      out[length++] = c;
      p++;
    }
  }
  return length;
}

function escapeEnd(bytes: Uint8Array, start: number, end: number): number {
  const kind = bytes[start + 1];
  let p = start + 2;
  if (kind === OPEN_CSI) {
    while (p < end && (bytes[p] as number) >= 0x20 && (bytes[p] as number) < 0x40) p++;
    return Math.min(p + 1, end);
  }
  if (kind !== OPEN_OSC) return Math.min(p, end);
  while (p < end) {
    const c = bytes[p++];
    if (c === BELL) return p;
    if (c === ESC && bytes[p] === BACKSLASH) return Math.min(p + 1, end);
  }
  return end;
}
