import { COMMA } from '../kernel/byte-classes.ts';
import { QUOTE, skipBlank, stringEnd, valueEnd } from './json-bytes.ts';

/**
 * Calls `take` for each member of the object at `[start, end)`, as far as it is JSON: with the place of its key, between the
 * quotes, and of its value, with them.
 */
export function eachMember(
  bytes: Uint8Array,
  start: number,
  end: number,
  take: (key: number, keyEnd: number, value: number, valueEnd: number) => void,
): void {
  let p = skipBlank(bytes, start + 1, end);
  while (p < end && bytes[p] === QUOTE) {
    const quote = stringEnd(bytes, p + 1, end);
    if (quote < 0) return;
    const colon = skipBlank(bytes, quote + 1, end);
    const value = skipBlank(bytes, colon + 1, end);
    const last = valueEnd(bytes, value, end);
    if (last < 0) return;
    take(p + 1, quote, value, last);
    p = skipBlank(bytes, last, end);
    if (p < end && bytes[p] === COMMA) p = skipBlank(bytes, p + 1, end);
  }
}
