import { stripEscapes } from '../core/scan/escapes.ts';

const decoder = new TextDecoder('utf-8');

/** UTF-8 to text; invalid bytes become U+FFFD, a byte order mark at the start is dropped. */
export function decodeUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** As {@link decodeUtf8}, without terminal escape sequences. */
export function plainText(bytes: Uint8Array): string {
  const plain = new Uint8Array(bytes.length);
  return decodeUtf8(plain.subarray(0, stripEscapes(bytes, 0, bytes.length, plain)));
}
