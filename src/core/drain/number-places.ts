import { WILDCARD } from '../scan/tokens.ts';
import { gapsOf } from './align.ts';

/** A plain number as skeletons write it; `x0` is any other value. */
const NUMBER = /(?<!x)0/g;

/** The plain number under a wildcard. */
export interface NumberPlace {
  /** Which of the plain numbers of the line, from 0; -1 where nothing under the wildcard is a value. */
  readonly nth: number;
  /** What the wildcard covers, such as `0 ms`. */
  readonly covered: string;
}

/**
 * Where the lines with a skeleton have the number under each wildcard of their template, in order.
 *
 * @param skeleton as `SignatureReader` writes it
 * @param tokens the template's tokens, runs of `<*>` collapsed
 * @returns for a wildcard that covers a value of another kind, or several values, undefined
 */
export function numberPlaces(skeleton: string, tokens: readonly string[]): readonly (NumberPlace | undefined)[] {
  const gaps = gapsOf(skeleton, tokens);
  if (gaps === undefined) return tokens.filter((token) => token === WILDCARD).map(() => undefined);
  const numbers = Array.from(skeleton.matchAll(NUMBER), ({ index }) => index);
  return gaps.map(({ start, end }) => {
    const covered = skeleton.slice(start, end);
    const own = numbers.filter((at) => at >= start && at < end);
    const values = covered.split('0').length - 1;
    if (values > 1 || values !== own.length) return undefined;
    return { nth: values === 0 ? -1 : numbers.indexOf(own[0] as number), covered };
  });
}
