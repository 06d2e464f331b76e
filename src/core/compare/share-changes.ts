import { type Counted, proportionQualities } from './significance.ts';

/** Share of what is called a change that may be chance. */
export const FALSE_DISCOVERIES = 0.05;

/** Odds that changed by less are no news, however sure it is: with a million sessions every share differs. */
const LEAST_ODDS_RATIO = 1.5;

export type ShareChangeKind = 'appeared' | 'vanished' | 'more' | 'less';

/** Something that sessions have, on both sides. */
export interface Shared<T> {
  readonly what: T;
  readonly a: Counted;
  readonly b: Counted;
}

/** Something that more, or fewer, sessions of b have than of a. */
export interface ShareChange<T> extends Shared<T> {
  readonly change: ShareChangeKind;
  /** Share of false ones among all changes that are at least as significant. */
  readonly q: number;
  /** False where it appeared or vanished in so few sessions that this may be chance. */
  readonly sure: boolean;
  /** Natural logarithm of the odds ratio, above 0 where b has more; finite, half a session being added to each count (Haldane). */
  readonly effect: number;
}

/**
 * What changed its share, the largest change first.
 *
 * @param pairs all that is tested: they are corrected together
 */
export function shareChanges<T>(pairs: readonly Shared<T>[]): readonly ShareChange<T>[] {
  const q = proportionQualities(pairs, FALSE_DISCOVERIES);
  return pairs
    .map((pair, at) => changeOf(pair, q[at] as number))
    .filter(({ sure, change }) => sure || change === 'appeared' || change === 'vanished')
    .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
}

function changeOf<T>(pair: Shared<T>, q: number): ShareChange<T> {
  const { a, b } = pair;
  const effect = logOdds(b) - logOdds(a);
  const change = kindOf(a, b);
  const isNews = change === 'appeared' || change === 'vanished' || Math.abs(effect) >= Math.log(LEAST_ODDS_RATIO);
  return { ...pair, change, q: Number.isNaN(q) ? 1 : q, sure: q <= FALSE_DISCOVERIES && isNews, effect };
}

function kindOf(a: Counted, b: Counted): ShareChangeKind {
  if (a.part === 0 && b.part > 0) return 'appeared';
  if (b.part === 0 && a.part > 0) return 'vanished';
  return b.part * a.whole > a.part * b.whole ? 'more' : 'less';
}

function logOdds({ part, whole }: Counted): number {
  return Math.log((part + 0.5) / (whole - part + 0.5));
}
