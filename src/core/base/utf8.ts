/** What decoding puts in place of what it cannot read, U+FFFD, in UTF-8. */
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const;

/** Bytes of a character by the bits of its first one above `0xbf`; 0 where none begins so. */
function lengthOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte. */
function isSecond(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf;
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf;
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f;
  return second >= 0x80 && second <= 0xbf;
}

/**
 * Bytes of the character that begins with the byte >= 0x80 at `at`; negative those of an invalid sequence that decoding turns
 * into one U+FFFD, as browsers count them.
 *
 * @param end of what may be read
 * @see https://encoding.spec.whatwg.org/#utf-8-decoder
 */
export function sequenceAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] as number;
  const length = lengthOf(lead);
  if (length === 0 || at + 1 >= end || !isSecond(lead, bytes[at + 1] as number)) return -1;
  for (let i = 2; i < length; i++) {
    if (at + i >= end || ((bytes[at + i] as number) & 0xc0) !== 0x80) return -i;
  }
  return length;
}

/** Whether the character at `at` is U+FFFD itself. */
export function isReplacement(bytes: Uint8Array, at: number): boolean {
  return REPLACEMENT.every((byte, i) => bytes[at + i] === byte);
}

/** A view on fewer bytes than this costs more than it saves. */
const LEAST_VIEW = 256;

/** Whether any byte of `[from, to)` is no ASCII; reads four bytes at a time. */
export function hasHighBytes(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < LEAST_VIEW) return (bitsOf(bytes, from, to) & 0x80) !== 0;
  const first = from + (-(bytes.byteOffset + from) & 3);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + first, (to - first) >> 2);
  let bits = bitsOf(bytes, from, first) | bitsOf(bytes, first + 4 * words.length, to);
  for (let i = 0; i < words.length; i++) bits |= words[i] as number;
  return (bits & 0x80808080) !== 0;
}

function bitsOf(bytes: Uint8Array, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= bytes[i] as number;
  return bits;
}
