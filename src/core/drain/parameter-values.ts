import { WILDCARD } from '../scan/tokens.ts';
import { gapsOf } from './align.ts';
import type { Template } from './template.ts';

/** A stretch `[start, end)` of a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Finds what stands under each `<*>` of one template. */
export interface ParameterReader {
  /** One value for each `<*>`, in order; undefined where the content does not have the template. */
  valuesIn(content: string): readonly string[] | undefined;
  /** Where the template's text shows each `<*>`; undefined where the text cannot be told apart. */
  readonly places: readonly Place[] | undefined;
}

/** @param tokens the template's tokens, runs of `<*>` collapsed */
export function parameterReader({ tokens, text }: Pick<Template, 'tokens' | 'text'>): ParameterReader {
  return { valuesIn: (content) => parameterValues(content, tokens), places: wildcardPlaces(text, tokens) };
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
  const chips = chipsIn(text);
  return chips.length === tokens.filter((token) => token === WILDCARD).length ? chips : undefined;
}

/** Every `<*>` of a text. */
export function chipsIn(text: string): readonly Place[] {
  return [...text.matchAll(/<\*>/g)].map(({ index }) => ({ start: index, end: index + WILDCARD.length }));
}
