import { WILDCARD } from '../scan/tokens.ts';
import { gapsOf } from './align.ts';

/** A plain number as skeletons write it; `x0` is any other value. */
const NUMBER = /(?<!x)0/g;
const VALUE = /0/g;

/** The one value under a wildcard. */
export interface ValuePlace {
  /** Which of the values of its kind in the line, from 0; -1 where nothing under the wildcard is a value. */
  readonly nth: number;
  /** What the wildcard covers, such as `0 ms`. */
  readonly covered: string;
}

/**
 * Where the lines with a skeleton have the plain number under each wildcard of their template, in order.
 *
 * @param skeleton as `SignatureReader` writes it
 * @param tokens the template's tokens, runs of `<*>` collapsed
 * @returns for a wildcard that covers a value of another kind, or several values, undefined
 */
export function numberPlaces(skeleton: string, tokens: readonly string[]): readonly (ValuePlace | undefined)[] {
  return placesOf(skeleton, tokens, NUMBER);
}

/** As {@link numberPlaces}, for values of any kind. */
export function valuePlaces(skeleton: string, tokens: readonly string[]): readonly (ValuePlace | undefined)[] {
  return placesOf(skeleton, tokens, VALUE);
}

function placesOf(skeleton: string, tokens: readonly string[], kind: RegExp): readonly (ValuePlace | undefined)[] {
  const gaps = gapsOf(skeleton, tokens);
  if (gaps === undefined) return tokens.filter((token) => token === WILDCARD).map(() => undefined);
  const all = Array.from(skeleton.matchAll(kind), ({ index }) => index);
  return gaps.map(({ start, end }) => {
    const covered = skeleton.slice(start, end);
    const own = all.filter((at) => at >= start && at < end);
    const values = covered.split('0').length - 1;
    if (values > 1 || values !== own.length) return undefined;
    return { nth: values === 0 ? -1 : all.indexOf(own[0] as number), covered };
  });
}
