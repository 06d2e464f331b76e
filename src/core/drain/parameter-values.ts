import { WILDCARD } from '../scan/tokens.ts';
import { gapsOf } from './align.ts';

/** A stretch `[start, end)` of a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands under each `<*>` of a template in a content, in order, with its unit (`12 ms`).
 *
 * @param tokens the template's tokens, runs of `<*>` collapsed
 * @returns undefined where the content does not have this template
 */
export function parameterValues(content: string, tokens: readonly string[]): readonly string[] | undefined {
  return gapsOf(content, tokens)?.map(({ start, end }) => content.slice(start, end));
}

/** As long as a wildcard, and a value to the tokeniser. */
const ANY_VALUE = '000';

/**
 * Where the display text of a template shows each of its wildcards. One may be shown with its unit (`<*> ms`), as several
 * `<*>`, or as what it always was (`ssh2`).
 *
 * @returns undefined where the text cannot be told apart
 */
export function wildcardPlaces(text: string, tokens: readonly string[]): readonly Place[] | undefined {
  const places = gapsOf(text.replaceAll(WILDCARD, ANY_VALUE), tokens);
  if (places) return places.map(({ start, end }) => ({ start, end }));
  const chips = [...text.matchAll(/<\*>/g)].map(({ index }) => ({ start: index, end: index + WILDCARD.length }));
  return chips.length === tokens.filter((token) => token === WILDCARD).length ? chips : undefined;
}
