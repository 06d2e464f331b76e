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

/** A view on fewer bytes than this costs more than it saves. */
const LEAST_VIEW = 256;
const NO_WORDS = new Int32Array(0);
/** The highest bits of four bytes. */
const HIGH = 0x80808080;

/**
 * Where the next U+FFFD of the decoded text comes from: an invalid sequence, or U+FFFD itself. Reads ASCII many bytes at a time.
 *
 * @returns `end` where there is none in `[from, end)`
 */
export function nextReplaced(bytes: Uint8Array, from: number, end: number): number {
  const words = end - from < LEAST_VIEW ? NO_WORDS : new Int32Array(bytes.buffer, 0, bytes.buffer.byteLength >> 2);
  for (let at = asciiEnd(bytes, words, from, end); at < end; ) {
    const length = usualLength(bytes, at) || sequenceAt(bytes, at, end);
    if (length < 0 || (bytes[at] === REPLACEMENT[0] && isReplacement(bytes, at))) return at;
    at += length;
    if (at < end && (bytes[at] as number) < 0x80) at = asciiEnd(bytes, words, at, end);
  }
  return end;
}

function isReplacement(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === REPLACEMENT[1] && bytes[at + 2] === REPLACEMENT[2];
}

/** Length of nearly all characters that are valid; 0 for one that needs a closer look. */
function usualLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (((bytes[at + 1] as number) & 0xc0) !== 0x80) return 0;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  const isThree = lead > 0xe0 && lead < 0xf0 && lead !== 0xed;
  return isThree && ((bytes[at + 2] as number) & 0xc0) === 0x80 ? 3 : 0;
}

/** @param words all of the memory that `bytes` is part of; none where it is not worth it */
function asciiEnd(bytes: Uint8Array, words: Int32Array, from: number, end: number): number {
  const shift = bytes.byteOffset;
  let at = from;
  const first = Math.min(end, words.length === 0 ? end : from + (-(shift + from) & 3));
  while (at < first && (bytes[at] as number) < 0x80) at++;
  if (at < first || at === end) return at;
  let word = (shift + at) >> 2;
  const last = (shift + end) >> 2;
  while (word + 4 <= last && (fourWords(words, word) & HIGH) === 0) word += 4;
  at = 4 * word - shift;
  while (at < end && (bytes[at] as number) < 0x80) at++;
  return at;
}

function fourWords(words: Int32Array, at: number): number {
  return (words[at] as number) | (words[at + 1] as number) | (words[at + 2] as number) | (words[at + 3] as number);
}
