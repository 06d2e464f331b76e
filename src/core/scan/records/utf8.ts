/** What stands for half of a surrogate pair. */
const REPLACEMENT = 0xfffd;

/** Takes bytes one by one. */
export type PutByte = (byte: number) => void;

/** Writes a code point in UTF-8 (RFC 3629). */
export function putUtf8(code: number, put: PutByte): void {
  if (code < 0x80) put(code);
  else if (code < 0x800) {
    put(0xc0 | (code >> 6));
    put(0x80 | (code & 63));
  } else if (code >= 0xd800 && code < 0xe000) putUtf8(REPLACEMENT, put);
  else if (code < 0x10000) {
    put(0xe0 | (code >> 12));
    put(0x80 | ((code >> 6) & 63));
    put(0x80 | (code & 63));
  } else {
    put(0xf0 | (code >> 18));
    put(0x80 | ((code >> 12) & 63));
    put(0x80 | ((code >> 6) & 63));
    put(0x80 | (code & 63));
  }
}

export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) putUtf8(character.codePointAt(0) ?? REPLACEMENT, (byte) => bytes.push(byte));
  return Uint8Array.from(bytes);
}
