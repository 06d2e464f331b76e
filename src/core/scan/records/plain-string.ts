import { FOUR, fourOf, someZero } from '../../base/fours.ts';
import { BACKSLASH, QUOTE } from './json-bytes.ts';

/** Of longer strings the end is found sooner by a native search. */
const MOST_BYTES = 256;
const QUOTES = fourOf(QUOTE);
const BACKSLASHES = fourOf(BACKSLASH);

/**
 * The closing quote of a string without escapes, read four bytes at a time.
 *
 * @param at behind its opening quote
 * @returns `~` the place up to which there is neither quote nor backslash, where the string has a backslash, is long or does
 *   not end before `end`
 */
export function plainStringEnd(view: DataView, at: number, end: number): number {
  let p = at;
  const last = Math.min(end, at + MOST_BYTES);
  while (p + FOUR <= last && !hasStop(view.getInt32(p, true))) p += FOUR;
  for (; p < last; p++) {
    const c = view.getUint8(p);
    if (c === QUOTE) return p;
    if (c === BACKSLASH) break;
  }
  return ~p;
}

function hasStop(four: number): boolean {
  return (someZero(four ^ QUOTES) | someZero(four ^ BACKSLASHES)) !== 0;
}
