import { logFactorial, normalTails } from './special-functions.ts';

/** `part` of the `whole` have something; both whole numbers. */
export interface Counted {
  readonly part: number;
  readonly whole: number;
}

/** Where chance would put fewer cases than this into a cell, the p-values of the G-test are a little too small. */
const LEAST_EXPECTED = 25;

/** Chances that differ by rounding only are equal. */
const ROUNDING = 1e-7;

/**
 * How likely two shares of one kind of case differ at least so much where only chance makes them differ: Fisher's exact test for
 * few cases, else the G-test. The cases are to be independent of one another: sessions rather than lines.
 *
 * @returns two-sided p-value in [0, 1]; 1 where either whole is empty. The same with both sides swapped, to rounding
 */
export function proportionTest(a: Counted, b: Counted): number {
  const [cases, having] = [a.whole + b.whole, a.part + b.part];
  if (a.whole === 0 || b.whole === 0 || having === 0 || having === cases) return 1;
  const least = (Math.min(a.whole, b.whole) * Math.min(having, cases - having)) / cases;
  return least < LEAST_EXPECTED ? fisherTest(a, b) : gTest(a, b);
}

/**
 * The smallest p-value that this many cases can give, however they fall. Cases that cannot be significant need no test, and then do
 * not weigh on the correction of those that can (Tarone 1990).
 *
 * @param having of both wholes together
 */
export function smallestP(having: number, wholeA: number, wholeB: number): number {
  const split = (part: number) => proportionTest({ part, whole: wholeA }, { part: having - part, whole: wholeB });
  return Math.min(split(Math.max(0, having - wholeB)), split(Math.min(having, wholeA)));
}

/**
 * q-values by Benjamini and Hochberg (1995): of all tests with a q-value up to x, at most a share x is expected to be chance, where
 * the tests are independent or depend positively.
 *
 * @param p in [0, 1]
 * @returns in the same order
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  const descending = [...p.keys()].sort((i, j) => (p[j] as number) - (p[i] as number));
  const q = new Array<number>(p.length);
  let least = 1;
  descending.forEach((test, at) => {
    least = Math.min(least, (p[test] as number) * (p.length / (p.length - at)));
    q[test] = least;
  });
  return q;
}

/**
 * q-values of many pairs of shares, corrected together; NaN for those that could not be significant however their cases fell, which
 * are not asked, so that they take no power from the rest.
 *
 * @param most the greatest p-value that is significant
 * @returns in the same order
 */
export function proportionQualities(
  pairs: readonly { readonly a: Counted; readonly b: Counted }[],
  most: number,
): number[] {
  const tested = [...pairs.entries()].filter(([, { a, b }]) => smallestP(a.part + b.part, a.whole, b.whole) <= most);
  const q = new Array<number>(pairs.length).fill(Number.NaN);
  const corrected = benjaminiHochberg(tested.map(([, { a, b }]) => proportionTest(a, b)));
  tested.forEach(([at], place) => {
    q[at] = corrected[place] as number;
  });
  return q;
}

/** Sums the chances of all tables with these margins that are no likelier than the one that was seen. */
function fisherTest(a: Counted, b: Counted): number {
  const [cases, having] = [a.whole + b.whole, a.part + b.part];
  const fixed = logChoose(cases, having);
  const chance = (part: number) => Math.exp(logChoose(a.whole, part) + logChoose(b.whole, having - part) - fixed);
  const seen = chance(a.part) * (1 + ROUNDING);
  let sum = 0;
  for (let part = Math.max(0, having - b.whole); part <= Math.min(having, a.whole); part++) {
    const one = chance(part);
    if (one <= seen) sum += one;
  }
  return Math.min(1, sum);
}

/** Likelihood ratio of two shares against a common one: chi-squared with one degree of freedom. */
function gTest(a: Counted, b: Counted): number {
  const share = (a.part + b.part) / (a.whole + b.whole);
  const cell = (seen: number, expected: number) => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  const side = ({ part, whole }: Counted) => cell(part, whole * share) + cell(whole - part, whole * (1 - share));
  return Math.min(1, normalTails(Math.sqrt(Math.max(0, 2 * (side(a) + side(b))))));
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
