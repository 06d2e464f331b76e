/** Lanczos approximation with g = 7 and nine terms: exact to 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln(n!). @param n a whole number, at least 0 */
export function logFactorial(n: number): number {
  if (n < 2) return 0;
  const t = n + 7.5;
  const series = LANCZOS.reduce((sum, term, at) => (at === 0 ? term : sum + term / (n + at)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (n + 0.5) * Math.log(t) - t + Math.log(series);
}

/** Chebyshev coefficients of the complementary error function (Numerical Recipes, 2nd edition, section 6.2). */
const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

/** Chance that a standard normal value lies at least so far from 0, on either side; to one part in ten million. */
export function normalTails(distance: number): number {
  const x = Math.abs(distance) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  return t * Math.exp(-x * x + ERFC.reduceRight((sum, term) => sum * t + term, 0));
}
